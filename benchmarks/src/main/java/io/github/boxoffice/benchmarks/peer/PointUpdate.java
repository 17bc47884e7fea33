package io.github.boxoffice.benchmarks.peer;

import io.github.boxoffice.benchmarks.till.Till;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** JDBC: one conditional UPDATE by primary key per seat, sent as a batch; each must hit its row. */
final class PointUpdate implements Till {
  private final SeatTable table;
  private final SeatKey key;
  private final String hold;
  private final String confirm;

  PointUpdate(SeatKey key) {
    this.table = new SeatTable(key);
    this.key = key;
    this.hold =
        "UPDATE seat SET state = 1, hold_id = ?, held_until = ? WHERE "
            + key.condition()
            + " AND (state = 0 OR (state = 1 AND held_until <= ?))";
    this.confirm =
        "UPDATE seat SET state = 2 WHERE " + key.condition() + " AND state = 1 AND hold_id = ?";
  }

  @Override
  public Shows open(Size size) {
    long first = table.open(size.shows(), size.seats());
    int together = size.together();
    return (show, group, user) -> {
      int from = group * together;
      Wish wish = new Wish(first + show, from, from + together, UUID.randomUUID());
      return hold(wish) && confirm(wish);
    };
  }

  /** Some seats of a show, and for whom. */
  private record Wish(long show, int from, int to, UUID id) {}

  private boolean hold(Wish wish) {
    long now = System.currentTimeMillis();
    return table.transaction(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(hold)) {
            for (int seat = wish.from; seat < wish.to; seat++) {
              update.setObject(1, wish.id);
              update.setLong(2, now + SeatTable.TTL_MILLIS);
              update.setLong(key.bind(update, 3, wish.show, seat), now);
              update.addBatch();
            }
            return allHit(update);
          }
        });
  }

  private boolean confirm(Wish wish) {
    return table.transaction(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(confirm)) {
            for (int seat = wish.from; seat < wish.to; seat++) {
              update.setObject(key.bind(update, 1, wish.show, seat), wish.id);
              update.addBatch();
            }
            return allHit(update);
          }
        });
  }

  private static boolean allHit(PreparedStatement update) throws SQLException {
    for (int hit : update.executeBatch()) {
      if (hit != 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    table.close();
  }
}
