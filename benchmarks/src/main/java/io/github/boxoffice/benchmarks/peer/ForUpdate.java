package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Till;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JDBC: lock the rows with SELECT … FOR UPDATE, look at them, then UPDATE. */
final class ForUpdate implements Till {
  private final SeatTable table = new SeatTable(SeatKey.COMPOSITE);

  /** Some seats of a show, and for whom. */
  private record Wish(long show, int from, int to, UUID id) {
    String where() {
      String marks = IntStream.range(from, to).mapToObj(i -> "?").collect(Collectors.joining(", "));
      return " WHERE show_id = ? AND seat_id IN (" + marks + ")";
    }

    void bind(PreparedStatement statement, int firstIndex) throws SQLException {
      statement.setLong(firstIndex, show);
      for (int seat = from; seat < to; seat++) {
        statement.setInt(firstIndex + 1 + seat - from, seat);
      }
    }
  }

  /** Whether a locked row may be taken. */
  private interface Condition {
    boolean holds(ResultSet row) throws SQLException;
  }

  @Override
  public Shows open(Size size) {
    long from = table.open(size.shows(), size.seats());
    int together = size.together();
    return (show, group, user) -> {
      int first = group * together;
      Wish wish = new Wish(from + show, first, first + together, UUID.randomUUID());
      return hold(wish) && confirm(wish);
    };
  }

  private boolean hold(Wish wish) {
    long now = System.currentTimeMillis();
    return table.transaction(
        connection ->
            lock(connection, wish, row -> isFree(row, now))
                && write(connection, wish, SeatTable.HELD, now + SeatTable.TTL_MILLIS));
  }

  private static boolean isFree(ResultSet row, long now) throws SQLException {
    int state = row.getInt("state");
    return state == SeatTable.FREE || (state == SeatTable.HELD && row.getLong("held_until") <= now);
  }

  private boolean confirm(Wish wish) {
    return table.transaction(
        connection ->
            lock(connection, wish, row -> wish.id.equals(row.getObject("hold_id", UUID.class)))
                && write(connection, wish, SeatTable.BOOKED, 0));
  }

  private static boolean lock(Connection connection, Wish wish, Condition condition)
      throws SQLException {
    String sql = "SELECT state, hold_id, held_until FROM seat" + wish.where() + " FOR UPDATE";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      wish.bind(select, 1);
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
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, state);
      update.setObject(2, wish.id);
      update.setLong(3, until);
      wish.bind(update, 4);
      return update.executeUpdate() == wish.to - wish.from;
    }
  }

  @Override
  public void close() {
    table.close();
  }
}
