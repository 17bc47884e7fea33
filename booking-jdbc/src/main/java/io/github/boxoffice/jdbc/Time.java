package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * By whose clock holds and leases end, in milliseconds since the epoch. A database on a server goes
 * by its own, so that a process whose clock is wrong can neither steal a seat nor block one.
 */
abstract sealed class Time {

  /** This process's clock, for a database that lives in this process. */
  static Time of(InstantSource clock) {
    return new OfProcess(clock);
  }

  /**
   * The database's clock.
   *
   * @param sql an expression; it must go on within a transaction
   */
  static Time ofServer(String sql) {
    return new OfServer(sql);
  }

  /** The time as an expression in a statement; its parameter, if it has one, is {@link #bind}'s. */
  abstract String sql();

  /** The same without a parameter. */
  abstract String literal();

  /** Binds the parameter of {@link #sql}, and answers the next one. */
  abstract int bind(PreparedStatement statement, int at) throws SQLException;

  /** The time now. */
  abstract long now(Connection connection) throws SQLException;

  private static final class OfProcess extends Time {
    private final InstantSource clock;

    OfProcess(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    String sql() {
      return "(? + 0)";
    }

    @Override
    String literal() {
      return Long.toString(clock.millis());
    }

    @Override
    int bind(PreparedStatement statement, int at) throws SQLException {
      statement.setLong(at, clock.millis());
      return at + 1;
    }

    @Override
    long now(Connection connection) {
      return clock.millis();
    }
  }

  private static final class OfServer extends Time {
    private final String sql;

    OfServer(String sql) {
      this.sql = sql;
    }

    @Override
    String sql() {
      return sql;
    }

    @Override
    String literal() {
      return sql;
    }

    @Override
    int bind(PreparedStatement statement, int at) {
      return at;
    }

    @Override
    long now(Connection connection) throws SQLException {
      try (var select = connection.prepareStatement("SELECT " + sql);
          var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
