package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A table as a JSON array of arrays: of numbers, texts, and ids as 32 hexadecimal digits; and what
 * is asked about it.
 */
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

  /** Reads one row. */
  @FunctionalInterface
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  void select(Connection connection, String statement, Reader reader) throws SQLException {
    try (var select = connection.prepareStatement(statement)) {
      read(select, 1, reader);
    }
  }

  /** The same for a statement that also asks for the time, before anything else. */
  void select(Connection connection, String statement, Time time, Reader reader)
      throws SQLException {
    try (var select = connection.prepareStatement(statement)) {
      read(select, time.bind(select, 1), reader);
    }
  }

  private void read(PreparedStatement select, int at, Reader reader) throws SQLException {
    select.setString(at, text());
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  /** How many rows the statement changes. */
  int update(Connection connection, String statement) throws SQLException {
    try (var update = connection.prepareStatement(statement)) {
      update.setString(1, text());
      return update.executeUpdate();
    }
  }

  private String text() {
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
