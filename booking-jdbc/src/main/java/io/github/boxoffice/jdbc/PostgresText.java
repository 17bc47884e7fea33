package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements of several kinds that are sent together. The driver prepares each by itself, and reads
 * no answer before it has sent all.
 */
record PostgresText(String sql, List<PostgresKind<?>> kinds) {
  /**
   * How many seats a text is about that has several kinds. A row of an answer is some 60 bytes:
   * 100,000 filled the buffers in between, and both sides waited for ever. The driver takes 64,000
   * bytes for safe itself.
   */
  static final int MOST = 1_000;

  /**
   * The statements of these kinds.
   *
   * @param before what sets something
   * @param after what ends the transaction
   */
  static PostgresText of(List<String> before, List<PostgresKind<?>> kinds, List<String> after) {
    return new PostgresText(
        Stream.of(before, kinds.stream().map(PostgresKind::sql).toList(), after)
            .flatMap(List::stream)
            .collect(Collectors.joining("; ")),
        kinds);
  }

  /** Those of these kinds that a wave has something of. */
  static List<PostgresKind<?>> present(List<PostgresKind<?>> kinds, Changes wave) {
    return kinds.stream().filter(kind -> kind.isIn(wave)).toList();
  }

  void bind(Connection connection, PreparedStatement statement, Changes wave) throws SQLException {
    PostgresArrays arrays = new PostgresArrays(connection, statement);
    for (PostgresKind<?> kind : kinds) {
      kind.bind(arrays, wave);
    }
  }

  /**
   * Reads what was answered.
   *
   * @param isRows what the statement's execution said
   */
  void read(
      PreparedStatement statement, boolean isRows, Dialect dialect, PostgresKind.Outcome outcome)
      throws SQLException {
    boolean next = isRows;
    for (PostgresKind<?> kind : kinds) {
      read(kind, rows(statement, next), dialect, outcome);
      next = statement.getMoreResults();
    }
  }

  /** The next answer of a statement that answers rows; what sets something comes before. */
  static ResultSet rows(PreparedStatement statement, boolean isRows) throws SQLException {
    boolean found = isRows;
    while (!found && statement.getUpdateCount() >= 0) {
      found = statement.getMoreResults();
    }
    return statement.getResultSet();
  }

  private static void read(
      PostgresKind<?> kind, ResultSet rows, Dialect dialect, PostgresKind.Outcome outcome)
      throws SQLException {
    while (rows.next()) {
      HoldId id = new HoldId(Objects.requireNonNull(dialect.uuid(rows, 1)));
      kind.read(id, rows, outcome);
    }
  }
}
