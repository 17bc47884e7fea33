package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection on loan, with auto-commit off and the isolation that was asked for, given back as it
 * was found. Costs nothing where it is right already: our own pool's connections always are.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private boolean autoCommitWas;
  private int isolationWas = Connection.TRANSACTION_NONE;

  private Session(Connection connection) {
    this.connection = connection;
  }

  static Session open(DataSource dataSource, boolean serializable) throws SQLException {
    Session session = new Session(dataSource.getConnection());
    try {
      session.prepare(serializable);
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  private void prepare(boolean serializable) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
      autoCommitWas = true;
    }
    if (serializable) {
      isolationWas = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
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
      if (isolationWas != Connection.TRANSACTION_NONE) {
        connection.setTransactionIsolation(isolationWas);
      }
      if (autoCommitWas) {
        connection.setAutoCommit(true);
      }
    } catch (SQLException lost) {
      // The pool sees for itself that the connection is lost.
    }
  }
}
