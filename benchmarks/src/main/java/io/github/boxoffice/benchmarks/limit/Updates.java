package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The least that a database can be asked to keep: one row, by its key, in a transaction. */
final class Updates {
  private static final int ROWS = 10_000;

  private Updates() {}

  /** Transactions a second, each session with rows of its own. */
  static double perSecond(Database database, int sessions, int seconds) {
    database.execute("CREATE TABLE tally (id INT PRIMARY KEY, n INT NOT NULL)");
    try {
      database.execute("INSERT INTO tally SELECT n, 0 FROM " + database.series(0, ROWS - 1) + " s");
      database.settle();
      int rows = ROWS / sessions;
      return Rate.of(sessions, i -> new Session(database, i * rows, rows), seconds);
    } finally {
      database.execute("DROP TABLE tally");
    }
  }

  private static final class Session implements Rate.Session {
    private final Connection connection;
    private final PreparedStatement update;
    private final int first;
    private final int rows;
    private int next;

    Session(Database database, int first, int rows) throws SQLException {
      this.connection = database.pool().getConnection();
      connection.setAutoCommit(true);
      this.update = connection.prepareStatement("UPDATE tally SET n = n + 1 WHERE id = ?");
      this.first = first;
      this.rows = rows;
    }

    @Override
    public long some() throws SQLException {
      update.setInt(1, first + next++ % rows);
      return update.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      try (connection;
          update) {
        connection.setAutoCommit(false);
      }
    }
  }
}
