package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A table that a statement is given: one array a column. Each array comes out of a SELECT, so that
 * PostgreSQL takes any to be of ten elements and keeps one plan for all; given as it is, short ones
 * would look so much cheaper than ten that it made a new plan for each.
 */
final class PostgresArrays {
  private final Connection connection;
  private final PreparedStatement statement;
  private int at;

  /** Binds from the first parameter on. */
  PostgresArrays(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
    this.at = 1;
  }

  /** The table as a FROM clause names it, with columns of these types. */
  static String table(String nameAndColumns, String... types) {
    StringBuilder table = new StringBuilder("unnest(");
    for (int i = 0; i < types.length; i++) {
      table.append(i == 0 ? "" : ", ").append("(SELECT CAST(? AS ").append(types[i]).append("[]))");
    }
    return table.append(") AS ").append(nameAndColumns).toString();
  }

  /**
   * That a row has this column in common with a row of the given table, said so that it is found by
   * its index only: nothing can be hashed, sorted or merged by it, so neither is there a use for
   * the index as a whole. With a plain equation a session that began when there was next to nothing
   * may go through all of the index for each row, and keeps that plan.
   *
   * @param column the first of an index of the row's table; further ones may be plainly equal
   */
  static String found(String row, String column, String given) {
    return "%s = ANY (ARRAY[%s])".formatted(row + "." + column, given);
  }

  <T> PostgresArrays longs(Collection<T> rows, ToLongFunction<T> column) throws SQLException {
    statement.setObject(at++, rows.stream().mapToLong(column).toArray());
    return this;
  }

  <T> PostgresArrays ints(Collection<T> rows, ToIntFunction<T> column) throws SQLException {
    statement.setObject(at++, rows.stream().mapToInt(column).toArray());
    return this;
  }

  <T> PostgresArrays texts(Collection<T> rows, Function<T, String> column) throws SQLException {
    statement.setArray(
        at++, connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new)));
    return this;
  }

  <T> PostgresArrays uuids(Collection<T> rows, Function<T, UUID> column) throws SQLException {
    statement.setArray(
        at++, connection.createArrayOf("uuid", rows.stream().map(column).toArray(UUID[]::new)));
    return this;
  }

  /** A number beside the columns. */
  PostgresArrays number(int value) throws SQLException {
    statement.setInt(at++, value);
    return this;
  }

  /** The parameter of {@link Time#sql}, if it has one. */
  PostgresArrays time(Time time) throws SQLException {
    at = time.bind(statement, at);
    return this;
  }
}
