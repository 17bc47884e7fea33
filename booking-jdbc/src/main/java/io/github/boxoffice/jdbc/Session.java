package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Isolation;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection on loan, with auto-commit and isolation as they were asked for, given back as it was
 * found. Costs nothing where it is right already: our own pool's connections always are.
 */
final class Session implements AutoCloseable {
  private final Gate gate;
  private final Connection connection;
  private Setting autoCommit = () -> {};
  private Setting isolation = () -> {};

  private Session(Gate gate) throws SQLException {
    this.gate = gate;
    this.connection = gate.enter();
  }

  /** Changes a setting of a connection, or puts it back. */
  @FunctionalInterface
  interface Setting {
    void run() throws SQLException;
  }

  /** For one transaction, at whatever isolation the connection has. */
  static Session open(Gate gate) throws SQLException {
    Session session = new Session(gate);
    return session.with(() -> session.autoCommit(false));
  }

  /** For one transaction at this isolation. */
  static Session open(Gate gate, Dialect dialect, Isolation isolation) throws SQLException {
    Session session = open(gate);
    return session.with(() -> session.isolate(dialect, isolation));
  }

  /** For statements that are transactions by themselves. */
  static Session openForStatements(Gate gate) throws SQLException {
    Session session = new Session(gate);
    return session.with(() -> session.autoCommit(true));
  }

  private Session with(Setting setting) throws SQLException {
    try {
      setting.run();
      return this;
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private void autoCommit(boolean wanted) throws SQLException {
    if (connection.getAutoCommit() != wanted) {
      connection.setAutoCommit(wanted);
      autoCommit = () -> connection.setAutoCommit(!wanted);
    }
  }

  private void isolate(Dialect dialect, Isolation wanted) throws SQLException {
    if (wanted instanceof Isolation.Serializable) {
      isolation = dialect.serializable(connection);
      return;
    }
    dialect.readCommitted(connection);
    if (wanted instanceof Isolation.RowLocks locks) {
      isolation = dialect.bound(connection, locks.patience());
    }
  }

  Connection connection() {
    return connection;
  }

  /** Undoes what was not committed; a connection that cannot even do that is lost anyway. */
  static void undo(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // The database undoes what a lost connection did not commit.
    }
  }

  /** What was committed stays so, whatever happens here: nothing is thrown. */
  @Override
  public void close() {
    try (connection) {
      isolation.run();
      autoCommit.run();
    } catch (SQLException lost) {
      // The pool sees for itself that the connection is lost.
    } finally {
      gate.leave();
    }
  }
}
