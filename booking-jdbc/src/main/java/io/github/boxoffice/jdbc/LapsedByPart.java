package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Without an index, in H2: there each would be written anew with every change of a hold. One part
 * of all holds after the other is looked through, the next as soon as one had fewer than were asked
 * for. The keys of holds are as good as random, unless callers give them ids in a row, so equal
 * ranges of keys have about equally many.
 *
 * <p>Who look at the same time may look through the same part, from which it goes on once.
 */
final class LapsedByPart extends Lapsed {
  /** At most about so many are looked through each time: some five milliseconds of reading. */
  static final int PART = 20_000;

  private static final String COUNT = "SELECT COUNT(*) FROM seat_hold";
  private static final String IN_PART = CLAIMS + " WHERE hold_key BETWEEN ? AND ?" + LAPSED;

  private final int part;
  private final AtomicLong next;

  /**
   * Begins with this key: not always with the same, or who is started anew again and again would
   * not come to the rest.
   */
  LapsedByPart(Sale sale, int part, long first) {
    super(sale);
    this.part = part;
    this.next = new AtomicLong(first);
  }

  @Override
  List<Claim> find(Connection connection, int limit) throws SQLException {
    long parts = count(connection, COUNT) / part + 1;
    long first = parts == 1 ? Long.MIN_VALUE : next.get();
    long last = last(first, parts);
    List<Claim> found = find(connection, first, last, limit);
    if (found.size() < limit) {
      // After the last key of all comes the first of all. Another may have gone on already.
      next.compareAndSet(first, last + 1);
    }
    return found;
  }

  /** The last key of the part that begins with this one. */
  private static long last(long first, long parts) {
    long last = first + Long.divideUnsigned(-1, parts);
    return last < first ? Long.MAX_VALUE : last;
  }

  private List<Claim> find(Connection connection, long first, long last, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(IN_PART)) {
      select.setLong(1, first);
      select.setLong(2, last);
      return claims(connection, select, 3, limit);
    }
  }
}
