package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** JDBC: one UPDATE that hits only seats that may be taken, and must hit them all. */
final class GuardedUpdate extends SqlPeer {
  GuardedUpdate(Database database) {
    super(database);
  }

  /** Takes the seats if they are free: in a transaction of the caller's. */
  static boolean hold(Connection connection, Wish wish) throws SQLException {
    long now = System.currentTimeMillis();
    String sql =
        "UPDATE seat SET state = 1, hold_id = ?, held_until = ?"
            + wish.where()
            + " AND (state = 0 OR (state = 1 AND held_until <= ?))";
    try (var update = connection.prepareStatement(sql)) {
      update.setObject(1, wish.id());
      update.setLong(2, now + Wish.TTL_MILLIS);
      update.setLong(wish.bindSeats(update, 3), now);
      return update.executeUpdate() == wish.size();
    }
  }

  /** Books the seats if they are held: in a transaction of the caller's. */
  static boolean confirm(Connection connection, Wish wish) throws SQLException {
    String sql = "UPDATE seat SET state = 2" + wish.where() + " AND state = 1 AND hold_id = ?";
    try (var update = connection.prepareStatement(sql)) {
      update.setObject(wish.bindSeats(update, 1), wish.id());
      return update.executeUpdate() == wish.size();
    }
  }

  @Override
  boolean hold(Wish wish) {
    return transaction(connection -> hold(connection, wish));
  }

  @Override
  boolean confirm(Wish wish) {
    return transaction(connection -> confirm(connection, wish));
  }
}
