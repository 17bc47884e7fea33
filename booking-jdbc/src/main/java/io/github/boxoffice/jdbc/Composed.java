package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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

  /**
   * Goes on like this; each mark stands for the next of these numbers, texts and ids. A {@link
   * Time} stands for the marks of its own SQL, if it has any.
   */
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
      bind(update, dialect);
      return update.executeUpdate();
    }
  }

  /** What it told LAST_INSERT_ID, which comes with the answer. */
  long lastInsertId(Connection connection, Dialect dialect) throws SQLException {
    try (var update =
        connection.prepareStatement(text.toString(), Statement.RETURN_GENERATED_KEYS)) {
      bind(update, dialect);
      update.executeUpdate();
      try (var ids = update.getGeneratedKeys()) {
        // Some drivers answer 0 where the server told none.
        if (!ids.next() || ids.getLong(1) == 0) {
          throw new SQLException("the driver does not tell LAST_INSERT_ID");
        }
        return ids.getLong(1);
      }
    }
  }

  private void bind(PreparedStatement statement, Dialect dialect) throws SQLException {
    int at = 1;
    for (Object value : values) {
      if (value instanceof Time time) {
        at = time.bind(statement, at);
      } else if (value instanceof UUID id) {
        dialect.bind(statement, at++, id);
      } else {
        statement.setObject(at++, value);
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
