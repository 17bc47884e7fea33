package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.model.ShowId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What tests of trouble have to say differently to each kind of database. */
abstract class TestedDatabase {
  private final Dialect dialect;

  TestedDatabase(Dialect dialect) {
    this.dialect = dialect;
  }

  final Dialect dialect() {
    return dialect;
  }

  /** A new database with tables and four connections. */
  abstract HikariDataSource open();

  /** A store whose time the test sets. */
  final JdbcStore store(DataSource database, InstantSource clock) {
    return JdbcStore.on(database, dialect, clock);
  }

  /** Selects one seat by its key. */
  String seat(ShowId show, int seat) {
    return "show_id = " + show + " AND seat_no = " + seat;
  }

  /** Has a row if a session waits for a lock. */
  abstract String waiting();

  /** A query without an end. */
  abstract String endless();

  /** Asks for the number of the session. */
  abstract String session();

  /** Stops what the session with this number is doing. */
  abstract String cancel(long session);

  /** Ends the session with this number. */
  abstract String kill(long session);

  /** Has the transaction that is about to begin fail over what changed since it first read. */
  void snapshot(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The number that a query answers; 0 if it has no row. */
  static long ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
