package io.github.boxoffice.benchmarks.peer.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** SELECT the seats in seat order, look at them, then UPDATE them. */
final class ReadThenWrite {
  private final String lock;

  /**
   * Reads with this at the end.
   *
   * @param lock what locks the rows, or nothing
   */
  ReadThenWrite(String lock) {
    this.lock = lock;
  }

  /** Whether a row may be taken. */
  private interface Condition {
    boolean holds(ResultSet row) throws SQLException;
  }

  boolean hold(Connection connection, Wish wish) throws SQLException {
    long now = System.currentTimeMillis();
    return read(connection, wish, row -> isFree(row, now))
        && write(connection, wish, Wish.HELD, now + Wish.TTL_MILLIS);
  }

  boolean confirm(Connection connection, Wish wish) throws SQLException {
    return read(connection, wish, row -> isHeld(row, wish))
        && write(connection, wish, Wish.BOOKED, 0);
  }

  private static boolean isFree(ResultSet row, long now) throws SQLException {
    int state = row.getInt(1);
    return state == Wish.FREE || (state == Wish.HELD && row.getLong(3) <= now);
  }

  private static boolean isHeld(ResultSet row, Wish wish) throws SQLException {
    return row.getInt(1) == Wish.HELD && wish.id().equals(row.getObject(2, UUID.class));
  }

  private boolean read(Connection connection, Wish wish, Condition condition) throws SQLException {
    String sql =
        "SELECT state, hold_id, held_until FROM seat" + wish.where() + " ORDER BY seat_no" + lock;
    try (var select = connection.prepareStatement(sql)) {
      wish.bindSeats(select, 1);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (!condition.holds(rows)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static boolean write(Connection connection, Wish wish, int state, long until)
      throws SQLException {
    String sql = "UPDATE seat SET state = ?, hold_id = ?, held_until = ?" + wish.where();
    try (var update = connection.prepareStatement(sql)) {
      update.setInt(1, state);
      update.setObject(2, wish.id());
      update.setLong(3, until);
      wish.bindSeats(update, 4);
      return update.executeUpdate() == wish.size();
    }
  }
}
