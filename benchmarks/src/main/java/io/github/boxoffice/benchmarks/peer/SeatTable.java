package io.github.boxoffice.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.benchmarks.till.H2;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that both JDBC peers have, in a database of its own: one row a seat. */
final class SeatTable implements AutoCloseable {
  static final int FREE = 0;
  static final int HELD = 1;
  static final int BOOKED = 2;
  static final long TTL_MILLIS = 420_000;

  private final HikariDataSource pool = H2.open();
  private long shows;

  SeatTable() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE seat (
            show_id BIGINT NOT NULL,
            seat_id INT NOT NULL,
            state INT NOT NULL,
            hold_id UUID,
            held_until BIGINT NOT NULL,
            PRIMARY KEY (show_id, seat_id)
          )
          """);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts shows on sale; the answer is the number below the first one's. */
  long open(int count, int seats) {
    String rows = "INSERT INTO seat SELECT ?, x - 1, 0, NULL, 0 FROM SYSTEM_RANGE(1, ?)";
    long before = shows;
    transaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(rows)) {
            for (int i = 0; i < count; i++) {
              insert.setLong(1, ++shows);
              insert.setInt(2, seats);
              insert.executeUpdate();
            }
          }
          return true;
        });
    return before;
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
