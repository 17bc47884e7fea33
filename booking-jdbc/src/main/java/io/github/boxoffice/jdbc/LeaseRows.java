package io.github.boxoffice.jdbc;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/** The rows of {@code lease}; every statement goes by key, in seat order. */
final class LeaseRows {
  private static final UUID NOBODY = new UUID(0, 0);

  private static final String ADD =
      "INSERT INTO lease (show_id, seat_no, token, lapses, fence) VALUES (?, ?, ?, ?, ?)";

  private final Dialect dialect;
  private final String lock;
  private final String write;
  private final String move;
  private final String lasts;
  private final String raise;

  LeaseRows(Dialect dialect) {
    this.dialect = dialect;
    String where = " WHERE show_id = ? AND seat_no = ?";
    this.lock = "SELECT lapses, fence FROM lease" + where + dialect.lock();
    this.write = "UPDATE lease SET token = ?, lapses = ?, fence = ?" + where;
    this.raise = "UPDATE lease SET fence = GREATEST(fence, ?)" + where;
    // Never to what it is already: some drivers count only rows that were really changed.
    this.move = "UPDATE lease SET lapses = ?" + where + " AND token = ? AND lapses > ?";
    this.lasts = "SELECT 1 FROM lease" + where + " AND token = ? AND lapses = ? AND lapses > ?";
  }

  /**
   * Locks the seats' rows, and adds those that are not there.
   *
   * @return the highest fence given out for any of them; empty if one is leased
   */
  OptionalLong lockLapsed(Connection connection, ShowId show, SeatSet seats, long now)
      throws SQLException {
    long highest = 0;
    for (int i = 0; i < seats.size(); i++) {
      OptionalLong fence = lockLapsed(connection, show, seats.get(i), now);
      if (fence.isEmpty()) {
        return fence;
      }
      highest = Math.max(highest, fence.getAsLong());
    }
    return OptionalLong.of(highest);
  }

  private OptionalLong lockLapsed(Connection connection, ShowId show, int seat, long now)
      throws SQLException {
    try (var select = connection.prepareStatement(lock)) {
      select.setLong(1, show.value());
      select.setInt(2, seat);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return row.getLong(1) > now ? OptionalLong.empty() : OptionalLong.of(row.getLong(2));
        }
      }
    }
    add(connection, show, seat, 0);
    return OptionalLong.of(0);
  }

  /** A rival who adds the same row makes this fail as taken. */
  private void add(Connection connection, ShowId show, int seat, long fence) throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setLong(1, show.value());
      insert.setInt(2, seat);
      dialect.bind(insert, 3, NOBODY);
      insert.setLong(4, 0);
      insert.setLong(5, fence);
      insert.executeUpdate();
    }
  }

  /** Writes a lease into its rows, which are locked. */
  void write(Connection connection, Lease lease, long until) throws SQLException {
    try (var update = connection.prepareStatement(write)) {
      for (int i = 0; i < lease.seats().size(); i++) {
        dialect.bind(update, 1, lease.token());
        update.setLong(2, until);
        update.setLong(3, lease.fence());
        update.setLong(4, lease.show().value());
        update.setInt(5, lease.seats().get(i));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Remembers at least this fence for each of the seats, leased or not. */
  void raise(Connection connection, ShowId show, SeatSet seats, long fence) throws SQLException {
    try (var update = connection.prepareStatement(raise)) {
      for (int i = 0; i < seats.size(); i++) {
        if (isThere(connection, show, seats.get(i))) {
          update.setLong(1, fence);
          update.setLong(2, show.value());
          update.setInt(3, seats.get(i));
          update.executeUpdate();
        } else {
          add(connection, show, seats.get(i), fence);
        }
      }
    }
  }

  /** Locks the row. That an UPDATE counts none may also mean that it changed none. */
  private boolean isThere(Connection connection, ShowId show, int seat) throws SQLException {
    try (var select = connection.prepareStatement(lock)) {
      select.setLong(1, show.value());
      select.setInt(2, seat);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Moves the end of a lease.
   *
   * @return whether all its rows were still its own and had not lapsed
   */
  boolean move(Connection connection, Lease lease, long now, long until) throws SQLException {
    boolean all = true;
    try (var update = connection.prepareStatement(move)) {
      for (int i = 0; i < lease.seats().size(); i++) {
        update.setLong(1, until);
        int next = bind(update, 2, lease, i);
        update.setLong(next, now);
        // Not in a batch, whose counts some drivers do not tell.
        all &= update.executeUpdate() == 1 || lasts(connection, lease, i, now, until);
      }
      return all;
    }
  }

  private int bind(PreparedStatement statement, int at, Lease lease, int i) throws SQLException {
    statement.setLong(at, lease.show().value());
    statement.setInt(at + 1, lease.seats().get(i));
    dialect.bind(statement, at + 2, lease.token());
    return at + 3;
  }

  /** Whether it ends then already: some databases do not count a row that stays as it is. */
  private boolean lasts(Connection connection, Lease lease, int i, long now, long until)
      throws SQLException {
    try (var select = connection.prepareStatement(lasts)) {
      int next = bind(select, 1, lease, i);
      select.setLong(next, until);
      select.setLong(next + 1, now);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
