package io.github.boxoffice.simulator.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON whose every value knows where it stands, so that a refusal can say so. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;

  private Json(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * A value and its place.
   *
   * @param path such as {@code rows[3].seats}; empty for the whole
   * @param line from 1
   * @param column from 1
   * @param content a {@code Map<String, Value>}, a {@code List<Value>}, a {@code String} or a
   *     {@code Long}; of other values an {@link Other}
   */
  record Value(String path, int line, int column, Object content) {
    HallProblem wrong(String why) {
      String where = path.isEmpty() ? "" : " (" + path + ")";
      return new HallProblem("line " + line + ", column " + column + where + ": " + why);
    }
  }

  /** What makes no sense anywhere in a hall, such as {@code null} or {@code 1.5}. */
  private record Other(String text) {}

  static Value read(byte[] text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new HallProblem("line 1, column 1: the file is empty");
      }
      Value value = new Json(parser).value("");
      if (parser.nextToken() != null) {
        throw at(parser.currentTokenLocation(), "nothing may follow the hall");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw at(e.getLocation(), "this is no JSON: " + e.getOriginalMessage());
    }
  }

  private static HallProblem at(JsonLocation place, String why) {
    return new HallProblem(
        "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + why);
  }

  private Value value(String path) throws IOException {
    JsonLocation place = parser.currentTokenLocation();
    return new Value(path, place.getLineNr(), place.getColumnNr(), content(path));
  }

  private Object content(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(path);
      case START_ARRAY -> array(path);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> number();
      default -> new Other(parser.getText());
    };
  }

  private Object number() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new Other(parser.getText())
        : parser.getLongValue();
  }

  private Map<String, Value> object(String path) throws IOException {
    Map<String, Value> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(path.isEmpty() ? name : path + "." + name));
    }
    return fields;
  }

  private List<Value> array(String path) throws IOException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return items;
  }
}
