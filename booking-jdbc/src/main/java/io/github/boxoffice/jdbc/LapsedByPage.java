package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Without an index, on PostgreSQL: with one by how a hold stands or when it ends, no change of a
 * hold would be HOT. Some pages of all are read, the next as soon as these had fewer holds than
 * were asked for. PostgreSQL goes to them at once (a TID range scan, since version 14; an older one
 * reads all pages).
 *
 * <p>A hold whose new version went to another page is found when it is that one's turn. Who look at
 * the same time may read the same pages, from which it goes on once. Which pages come next is known
 * of one table: a data source that leads now to one and now to another of many pages may leave some
 * out for long.
 */
final class LapsedByPage extends Lapsed {
  /** So many are read each time: usually 8 MiB, in which are some 40,000 holds. */
  static final int PART = 1_000;

  private static final long NOWHERE = -1;
  private static final String PAGES =
      "SELECT pg_relation_size('seat_hold') / CAST(current_setting('block_size') AS BIGINT)";
  private static final String IN_PART =
      CLAIMS + " WHERE ctid >= CAST(? AS tid) AND ctid < CAST(? AS tid)" + LAPSED;

  private final int part;
  private final double start;
  private final AtomicLong next = new AtomicLong(NOWHERE);

  /**
   * Begins at this share of all pages: not always at the same, or who is started anew again and
   * again would not come to the rest.
   *
   * @param start from 0 to less than 1
   */
  LapsedByPage(Sale sale, int part, double start) {
    super(sale);
    this.part = part;
    this.start = start;
  }

  @Override
  List<Claim> find(Connection connection, int limit) throws SQLException {
    long pages = count(connection, PAGES);
    if (pages <= part) {
      return find(connection, 0, part, limit);
    }
    long known = next.get();
    long first = first(known, pages);
    List<Claim> found = find(connection, first, first + part, limit);
    if (found.size() < limit) {
      // Another may have gone on already.
      next.compareAndSet(known, first + part);
    }
    return found;
  }

  /** Behind the last page comes the first. */
  private long first(long known, long pages) {
    if (known == NOWHERE) {
      return (long) (start * pages);
    }
    return known < pages ? known : 0;
  }

  private List<Claim> find(Connection connection, long first, long end, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(IN_PART)) {
      select.setString(1, beginOf(first));
      select.setString(2, beginOf(end));
      return claims(connection, select, 3, limit);
    }
  }

  private static String beginOf(long page) {
    return "(" + page + ",0)";
  }
}
