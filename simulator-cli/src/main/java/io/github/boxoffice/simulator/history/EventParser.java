package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one event; fields may come in any order, and unknown ones are ignored. */
final class EventParser {
  private final JsonParser json;
  private long i = -1;
  private long t = -1;
  private @Nullable String p;
  private @Nullable String op;
  private @Nullable String type;
  private @Nullable String f;
  private Fields value = new Fields();

  EventParser(JsonParser json) {
    this.json = json;
  }

  /** The event whose object has just begun. */
  Event event() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      read(name);
    }
    if (i < 0 || t < 0) {
      throw new HistoryException("an event needs a number i and a time t, neither negative");
    }
    Event.Type what = known(type, "type", Event.Type::of);
    Verb verb = known(f, "f", Verb::of);
    return new Event(i, t, needed(p, "p"), what, verb, needed(op, "op"), value.value(verb, what));
  }

  private void read(String name) throws IOException {
    switch (name) {
      case "i" -> i = JsonFields.number(json, name);
      case "t" -> t = JsonFields.number(json, name);
      case "p" -> p = JsonFields.text(json, name);
      case "op" -> op = JsonFields.text(json, name);
      case "type" -> type = JsonFields.text(json, name);
      case "f" -> f = JsonFields.text(json, name);
      case "value" -> value = JsonFields.read(json);
      default -> json.skipChildren();
    }
  }

  private static String needed(@Nullable String text, String name) {
    if (text == null) {
      throw new HistoryException("an event needs '" + name + "'");
    }
    return text;
  }

  private static <T> T known(@Nullable String text, String name, Known<T> known) {
    return known
        .find(needed(text, name))
        .orElseThrow(() -> new HistoryException("unknown " + name + " '" + text + "'"));
  }

  private interface Known<T> {
    Optional<T> find(String text);
  }
}
