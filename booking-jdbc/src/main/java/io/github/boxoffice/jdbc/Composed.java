package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A statement about as many rows as there are: a text that grows with what its marks stand for. */
final class Composed {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Goes on like this; each mark stands for the next of these numbers, texts and ids. */
  Composed add(String more, Object... marked) {
    text.append(more);
    values.addAll(List.of(marked));
    return this;
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

  /** How many rows it changes. */
  int update(Connection connection, Dialect dialect) throws SQLException {
    try (var update = connection.prepareStatement(text.toString())) {
      for (int i = 0; i < values.size(); i++) {
        bind(update, i + 1, values.get(i), dialect);
      }
      return update.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int at, Object value, Dialect dialect)
      throws SQLException {
    if (value instanceof UUID id) {
      dialect.bind(statement, at, id);
    } else {
      statement.setObject(at, value);
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
