package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Without an index, on MariaDB and MySQL: each sale would write it twice. The table itself is in
 * the order of its key, and one part of it after the other is looked through, the next as soon as
 * one had fewer than were asked for: once to find where it ends, and once for what is in it.
 *
 * <p>Who look at the same time may look through the same part, from which it goes on once.
 */
final class LapsedByKey extends Lapsed {
  /** So many are looked through each time. */
  static final int PART = 20_000;

  /** No key comes before it. After the last part comes the one that begins with it. */
  private static final HoldKey FIRST = new HoldKey(new ShowId(1), new HoldId(new UUID(0, 0)));

  /** It has not begun yet. */
  private static final HoldKey NOWHERE =
      new HoldKey(new ShowId(Long.MAX_VALUE), new HoldId(new UUID(-1, -1)));

  private static final String SHOWS = "SELECT MIN(show_id), MAX(show_id) FROM seat_hold";
  private static final String FROM =
      " FORCE INDEX (PRIMARY) WHERE (show_id > ? OR show_id = ? AND id >= ?)";
  private static final String END =
      "SELECT show_id, id FROM seat_hold" + FROM + " ORDER BY show_id, id LIMIT 1 OFFSET ?";
  private static final String IN_LAST = CLAIMS + FROM + LAPSED;
  private static final String IN_PART =
      CLAIMS + FROM + " AND (show_id < ? OR show_id = ? AND id < ?)" + LAPSED;

  private final Dialect dialect;
  private final int part;
  private final double start;
  private final AtomicReference<HoldKey> next = new AtomicReference<>(NOWHERE);

  /**
   * Begins at this share of the way from the first show to the last: not always at the same, or who
   * is started anew again and again would not come to the rest.
   *
   * @param start from 0 to less than 1
   */
  LapsedByKey(Sale sale, int part, double start) {
    super(sale);
    this.dialect = sale.dialect();
    this.part = part;
    this.start = start;
  }

  @Override
  List<Claim> find(Connection connection, int limit) throws SQLException {
    HoldKey known = Objects.requireNonNull(next.get());
    HoldKey first = known.equals(NOWHERE) ? start(connection) : known;
    HoldKey end = end(connection, first);
    List<Claim> found = find(connection, first, end, limit);
    // Another may have gone on already.
    next.compareAndSet(known, found.size() < limit ? end : first);
    return found;
  }

  /** Where all begin if they are a single part. */
  private HoldKey start(Connection connection) throws SQLException {
    if (end(connection, FIRST).equals(FIRST)) {
      return FIRST;
    }
    try (var select = connection.prepareStatement(SHOWS);
        ResultSet row = select.executeQuery()) {
      row.next();
      long least = row.getLong(1);
      if (row.wasNull()) {
        return FIRST;
      }
      double along = start * (row.getLong(2) - least + 1);
      long shows = (long) along;
      // The fraction says how far along the ids of that show.
      long id = (long) Math.scalb(along - shows, Long.SIZE - 1) << 1;
      return new HoldKey(new ShowId(least + shows), new HoldId(new UUID(id, 0)));
    }
  }

  /** With what the part goes on that comes after the one that begins with this. */
  private HoldKey end(Connection connection, HoldKey first) throws SQLException {
    try (var select = connection.prepareStatement(END)) {
      select.setInt(bind(select, 1, first), part);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new HoldKey(
                new ShowId(row.getLong(1)),
                new HoldId(Objects.requireNonNull(dialect.uuid(row, 2))))
            : FIRST;
      }
    }
  }

  private List<Claim> find(Connection connection, HoldKey first, HoldKey end, int limit)
      throws SQLException {
    boolean isLast = end.equals(FIRST);
    try (var select = connection.prepareStatement(isLast ? IN_LAST : IN_PART)) {
      int at = bind(select, 1, first);
      return claims(connection, select, isLast ? at : bind(select, at, end), limit);
    }
  }

  /** What comes next. */
  private int bind(PreparedStatement statement, int at, HoldKey key) throws SQLException {
    statement.setLong(at, key.show().value());
    return dialect.bindHold(statement, at + 1, key.show(), key.id());
  }
}
