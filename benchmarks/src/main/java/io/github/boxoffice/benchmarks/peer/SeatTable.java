package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table that the JDBC peers have, in a database of its own: one row a seat. */
final class SeatTable implements AutoCloseable {
  static final int FREE = 0;
  static final int HELD = 1;
  static final int BOOKED = 2;
  static final long TTL_MILLIS = 420_000;

  private final Database database = Database.h2();
  private final SeatKey key;
  private long shows;

  SeatTable(SeatKey key) {
    this.key = key;
    database.execute(key.createTable());
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

  /** Runs the work in a transaction, and answers whether it was committed. */
  boolean transaction(Database.Work work) {
    try {
      return database.transaction(work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
