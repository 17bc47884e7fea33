package io.github.boxoffice.simulator.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an event's value from any JSON that may stand there. */
final class JsonFields {
  private JsonFields() {}

  /** Reads the value that the parser stands at. */
  static Fields read(JsonParser json) throws IOException {
    Fields fields = new Fields();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        read(json, field, fields);
      }
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      throw new HistoryException("a value must be an object");
    }
    return fields;
  }

  private static void read(JsonParser json, String field, Fields to) throws IOException {
    switch (field) {
      case Fields.SEATS -> seats(json, to);
      case "amount", "ttlMillis" -> to.put(field, number(json, field));
      case Fields.CAPTURED -> to.put(field, flagOrNumber(json, field));
      default -> {
        if (to.put(field, (String) null)) {
          to.put(field, text(json, field));
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private static void seats(JsonParser json, Fields to) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren(); // "wanted seats" may be how many.
      return;
    }
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        to.add(read(json).row());
      } else {
        to.add(Fields.needed(text(json, Fields.SEATS), Fields.SEATS));
      }
    }
  }

  /** A string, or a number as one; null for null. */
  static @Nullable String text(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING, VALUE_NUMBER_INT -> json.getText();
      default -> throw new HistoryException("'" + field + "' must be text");
    };
  }

  static long number(JsonParser json, String field) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw new HistoryException("'" + field + "' must be a whole number");
    }
    return json.getLongValue();
  }

  private static long flagOrNumber(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE, VALUE_NULL -> -1;
      case VALUE_FALSE -> 0;
      default -> number(json, field);
    };
  }
}
