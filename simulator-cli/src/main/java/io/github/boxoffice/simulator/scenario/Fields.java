package io.github.boxoffice.simulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a JSON object, asked for by name and kind. */
final class Fields {
  private final Json.Value object;
  private final Map<?, ?> fields;

  /**
   * The fields of this value.
   *
   * @param known all names that make sense
   */
  Fields(Json.Value object, List<String> known) {
    this.object = object;
    if (!(object.content() instanceof Map<?, ?> map)) {
      throw object.wrong("expected an object in braces");
    }
    this.fields = map;
    for (Object name : map.keySet()) {
      if (!known.contains(name)) {
        Json.Value field = (Json.Value) map.get(name);
        throw wrong(field, "unknown field '" + name + "'; known: " + String.join(", ", known));
      }
    }
  }

  private HallProblem wrong(Object field, String why) {
    return field instanceof Json.Value value ? value.wrong(why) : object.wrong(why);
  }

  Optional<Json.Value> find(String name) {
    return Optional.ofNullable((Json.Value) fields.get(name));
  }

  Json.Value get(String name) {
    return find(name).orElseThrow(() -> object.wrong("the field '" + name + "' is missing"));
  }

  static String text(Json.Value value) {
    if (value.content() instanceof String text && !text.isBlank()) {
      return text;
    }
    throw value.wrong("expected a text in quotes that is not blank");
  }

  static long number(Json.Value value) {
    if (value.content() instanceof Long number) {
      return number;
    }
    throw value.wrong("expected a whole number");
  }

  static List<Json.Value> list(Json.Value value) {
    if (value.content() instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(item -> (Json.Value) item).toList();
    }
    throw value.wrong("expected a list in brackets that is not empty");
  }
}
