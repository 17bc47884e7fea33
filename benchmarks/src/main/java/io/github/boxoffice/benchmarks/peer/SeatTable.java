package io.github.boxoffice.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.benchmarks.till.H2;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that the JDBC peers have, in a database of its own: one row a seat. */
final class SeatTable implements AutoCloseable {
  static final int FREE = 0;
  static final int HELD = 1;
  static final int BOOKED = 2;
  static final long TTL_MILLIS = 420_000;

  private final HikariDataSource pool = H2.open();
  private final SeatKey key;
  private long shows;

  SeatTable(SeatKey key) {
    this.key = key;
    transaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(key.createTable());
          }
          return true;
        });
  }

  /** Puts shows on sale; the answer is the id of the first, the others' follow. */
  long open(int count, int seats) {
    long first = shows + 1;
    shows += count;
    transaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(key.openShow())) {
            for (int i = 0; i < count; i++) {
              insert.setLong(1, first + i);
              insert.setInt(2, seats);
              insert.executeUpdate();
            }
          }
          return true;
        });
    return first;
  }

  /** Work on a connection; commits if it answers true. */
  interface Work {
    boolean on(Connection connection) throws SQLException;
  }

  /** Runs the work in a transaction, and answers whether it was committed. */
  boolean transaction(Work work) {
    try (Connection connection = pool.getConnection()) {
      boolean done = false;
      try {
        done = work.on(connection);
      } finally {
        if (done) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
