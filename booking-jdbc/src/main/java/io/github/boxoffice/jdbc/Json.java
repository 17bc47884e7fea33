package io.github.boxoffice.jdbc;

import java.util.UUID;

/** A table as a JSON array of arrays: of numbers, texts, and ids as 32 hexadecimal digits. */
final class Json {
  private final StringBuilder rows = new StringBuilder("[");

  void row(Object... columns) {
    rows.append(rows.length() == 1 ? "[" : ",[");
    for (int i = 0; i < columns.length; i++) {
      if (i > 0) {
        rows.append(',');
      }
      append(columns[i]);
    }
    rows.append(']');
  }

  String text() {
    return rows + "]";
  }

  private void append(Object value) {
    if (value instanceof Number) {
      rows.append(value);
    } else if (value instanceof UUID id) {
      rows.append('"').append(id.toString().replace("-", "")).append('"');
    } else {
      rows.append('"');
      value.toString().chars().forEach(this::append);
      rows.append('"');
    }
  }

  private void append(int character) {
    if (character == '"' || character == '\\') {
      rows.append('\\').append((char) character);
    } else if (character < ' ') {
      rows.append(String.format("\\u%04x", character));
    } else {
      rows.append((char) character);
    }
  }
}
