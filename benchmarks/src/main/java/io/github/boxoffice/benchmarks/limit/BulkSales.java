package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a server makes of nothing but the rows of sales of two seats, many in a transaction: both
 * seats get an owner, a booking is written, and those of the transaction before are confirmed.
 * Nobody asks for a seat, nobody waits for an answer, nothing expires. There are as many earlier
 * bookings as seats: PostgreSQL would plan for an empty table to read it whole, and keep to that.
 */
final class BulkSales {
  private static final int SEATS = 200_000;
  private static final int SESSIONS = 2;

  private BulkSales() {}

  /**
   * Sales a second by two sessions.
   *
   * @param together how many in a transaction
   */
  static double perSecond(Database database, BulkSql sql, int together, int seconds) {
    database.execute(
        "CREATE TABLE lot (id BIGINT PRIMARY KEY, owner BIGINT NOT NULL)" + sql.options,
        "CREATE TABLE deal (id BIGINT PRIMARY KEY, state INT NOT NULL)" + sql.options);
    try {
      database.execute(
          "INSERT INTO lot SELECT n, -1 FROM " + database.series(0, SEATS - 1) + " s",
          "INSERT INTO deal SELECT -n, 1 FROM " + database.series(1, SEATS) + " s");
      database.settle();
      return Rate.of(SESSIONS, i -> new Writer(database, sql, together, i), seconds);
    } finally {
      database.execute("DROP TABLE lot", "DROP TABLE deal");
    }
  }

  private static final class Writer implements Rate.Session {
    private final BulkSql sql;
    private final int together;
    private final Connection connection;
    private final PreparedStatement take;
    private final PreparedStatement write;
    private final PreparedStatement confirm;
    private long next;

    Writer(Database database, BulkSql sql, int together, int first) throws SQLException {
      this.sql = sql;
      this.together = together;
      this.connection = database.pool().getConnection();
      this.take = connection.prepareStatement(sql.take(together));
      this.write = connection.prepareStatement(sql.write(together));
      this.confirm = connection.prepareStatement(sql.confirm(together));
      this.next = first;
    }

    @Override
    public long some() throws SQLException {
      long[] deals = LongStream.range(0, together).map(i -> next + i * SESSIONS).toArray();
      long[] before = LongStream.of(deals).map(id -> id - (long) together * SESSIONS).toArray();
      next += (long) together * SESSIONS;
      long[] pairs = pairs(deals);
      sql.bindTake(
          take,
          LongStream.of(pairs).map(BulkSales::seat).toArray(),
          LongStream.of(pairs).map(pair -> pair / 2).toArray());
      expect(take.executeUpdate(), 2 * together);
      sql.bind(write, deals);
      write.executeUpdate();
      sql.bind(confirm, before);
      expect(confirm.executeUpdate(), before[0] < 0 ? 0 : together);
      connection.commit();
      return together;
    }

    private static void expect(int changed, int expected) {
      if (changed != expected) {
        throw new IllegalStateException("changed " + changed + " rows, not " + expected);
      }
    }

    /** Each deal twice, told apart by the last bit, in the order in which all writers lock. */
    private long[] pairs(long[] deals) {
      return IntStream.range(0, 2 * together)
          .mapToLong(i -> 2 * deals[i / 2] + i % 2)
          .boxed()
          .sorted(Comparator.comparing(BulkSales::seat))
          .mapToLong(Long::longValue)
          .toArray();
    }

    @Override
    public void close() throws SQLException {
      try (connection;
          take;
          write;
          confirm) {
        connection.rollback();
      }
    }
  }

  /** Two seats side by side for each deal; the next deal's are in the next of a hundred shows. */
  private static long seat(long pair) {
    long deal = pair / 2;
    int shows = 100;
    long group = deal / shows % (SEATS / shows / 2);
    return deal % shows * (SEATS / shows) + 2 * group + pair % 2;
  }
}
