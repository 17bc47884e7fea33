package io.github.boxoffice.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A statement of MariaDB about as many rows as there are, with its values in its text: it is never
 * said twice, so there is nothing to prepare. Texts and ids stand there as their bytes in
 * hexadecimal: nothing in them can end them, and no setting of a session has them read in another
 * way.
 */
final class Composed {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();

  /** Goes on like this; each mark stands for the next of these numbers, texts, ids and times. */
  Composed add(String more, Object... marked) {
    int from = 0;
    for (Object value : marked) {
      int mark = more.indexOf('?', from);
      text.append(more, from, mark);
      addValue(value);
      from = mark + 1;
    }
    text.append(more, from, more.length());
    return this;
  }

  private void addValue(Object value) {
    if (value instanceof UUID id) {
      text.append("X'")
          .append(HEX.toHexDigits(id.getMostSignificantBits()))
          .append(HEX.toHexDigits(id.getLeastSignificantBits()))
          .append('\'');
    } else if (value instanceof String words) {
      text.append("_utf8mb4 X'");
      HEX.formatHex(text, words.getBytes(StandardCharsets.UTF_8)).append('\'');
    } else if (value instanceof Time time) {
      text.append(time.literal());
    } else if (value instanceof Long || value instanceof Integer) {
      text.append(value);
    } else {
      throw new IllegalArgumentException("no literal for " + value.getClass());
    }
  }

  /** Goes on with something for each row. */
  <R> Composed each(Iterable<R> rows, String separator, Consumer<R> row) {
    String between = "";
    for (R one : rows) {
      text.append(between);
      row.accept(one);
      between = separator;
    }
    return this;
  }

  /** Goes on with all of this. */
  Composed add(Composed other) {
    text.append(other.text);
    return this;
  }

  /** How many rows it changes. */
  int update(Connection connection) throws SQLException {
    try (var update = connection.createStatement()) {
      return update.executeUpdate(text.toString());
    }
  }

  /** What it told LAST_INSERT_ID, which comes with the answer. */
  long lastInsertId(Connection connection) throws SQLException {
    try (var update = connection.createStatement()) {
      update.executeUpdate(text.toString(), Statement.RETURN_GENERATED_KEYS);
      try (var ids = update.getGeneratedKeys()) {
        // Some drivers answer 0 where the server told none.
        if (!ids.next() || ids.getLong(1) == 0) {
          throw new SQLException("the driver does not tell LAST_INSERT_ID");
        }
        return ids.getLong(1);
      }
    }
  }

  /** The number in the first row that it answers, if it answers one. */
  OptionalLong number(Connection connection) throws SQLException {
    try (var select = connection.createStatement()) {
      if (!select.execute(text.toString())) {
        return OptionalLong.empty();
      }
      try (var row = select.getResultSet()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** The same rows in the same order, in parts of at most this many. */
  static <R> List<List<R>> parts(Collection<R> rows, int most) {
    List<R> all = List.copyOf(rows);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
        .mapToObj(from -> all.subList(from, Math.min(from + most, all.size())))
        .toList();
  }
}
