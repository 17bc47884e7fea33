package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Till;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** JDBC: one conditional UPDATE by primary key per seat, sent as a batch; each must hit its row. */
final class PointUpdate implements Till {
  private static final String HOLD =
      """
      UPDATE seat SET state = 1, hold_id = ?, held_until = ?
      WHERE show_id = ? AND seat_id = ? AND (state = 0 OR (state = 1 AND held_until <= ?))
      """;
  private static final String CONFIRM =
      """
      UPDATE seat SET state = 2
      WHERE show_id = ? AND seat_id = ? AND state = 1 AND hold_id = ?
      """;

  private final SeatTable table = new SeatTable();

  @Override
  public Shows open(Size size) {
    long before = table.open(size.shows(), size.seats());
    int together = size.together();
    return (show, group, user) -> {
      int first = group * together;
      Seats seats = new Seats(before + 1 + show, first, first + together);
      UUID id = UUID.randomUUID();
      return hold(seats, id) && confirm(seats, id);
    };
  }

  private record Seats(long show, int from, int to) {}

  private boolean hold(Seats seats, UUID id) {
    long now = System.currentTimeMillis();
    return table.transaction(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(HOLD)) {
            for (int seat = seats.from; seat < seats.to; seat++) {
              update.setObject(1, id);
              update.setLong(2, now + SeatTable.TTL_MILLIS);
              update.setLong(3, seats.show);
              update.setInt(4, seat);
              update.setLong(5, now);
              update.addBatch();
            }
            return allHit(update);
          }
        });
  }

  private boolean confirm(Seats seats, UUID id) {
    return table.transaction(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(CONFIRM)) {
            for (int seat = seats.from; seat < seats.to; seat++) {
              update.setLong(1, seats.show);
              update.setInt(2, seat);
              update.setObject(3, id);
              update.addBatch();
            }
            return allHit(update);
          }
        });
  }

  private static boolean allHit(PreparedStatement update) throws SQLException {
    return Arrays.stream(update.executeBatch()).allMatch(hit -> hit == 1);
  }

  @Override
  public void close() {
    table.close();
  }
}
