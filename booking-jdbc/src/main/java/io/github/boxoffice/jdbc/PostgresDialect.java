package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL, and what speaks as it does. Classes of errors are those of its manual, appendix A.
 */
class PostgresDialect extends Dialect {
  /**
   * For a session of ours: everything in a sale is found by its key, in the order of the index. The
   * planner would rather read a table that it was told is empty, and the session would keep reading
   * it whole while it grows; or read by a bitmap, which goes by place, and so would the locks.
   */
  static final String BY_KEY =
      "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_indexscan = on;"
          + " SET enable_indexonlyscan = off; SET enable_nestloop = on";

  private static final String IS_BY_KEY =
      "SELECT 1 WHERE current_setting('enable_seqscan', TRUE) = 'off'"
          + " AND current_setting('enable_bitmapscan', TRUE) = 'off'"
          + " AND current_setting('enable_indexscan', TRUE) = 'on'"
          + " AND current_setting('enable_indexonlyscan', TRUE) = 'off'"
          + " AND current_setting('enable_nestloop', TRUE) = 'on'";

  /** Not now(), which stands still within a transaction. */
  private static final String CLOCK =
      "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

  private static final Set<String> RETRIED = Set.of("40001", "40P01");

  /** The server is going down, has crashed, or is not up yet; or ended just this session. */
  private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05");

  private final boolean inIndexOrder;

  /** For sessions of which nothing is known. */
  PostgresDialect() {
    this(false);
  }

  /**
   * @param inIndexOrder whether the sessions read what they select by a key in the key's order
   */
  PostgresDialect(boolean inIndexOrder) {
    this.inIndexOrder = inIndexOrder;
  }

  @Override
  Dialect in(Connection session) throws SQLException {
    return new PostgresDialect(isByKey(session));
  }

  /** Whether the session is set as by {@link #BY_KEY}. */
  static boolean isByKey(Connection session) throws SQLException {
    try (var select = session.createStatement();
        var row = select.executeQuery(IS_BY_KEY)) {
      return row.next();
    }
  }

  /** Whether an UPDATE of several seats by key is known to lock them in seat order. */
  final boolean isInIndexOrder() {
    return inIndexOrder;
  }

  @Override
  String name() {
    return "postgresql";
  }

  /** FOR UPDATE would also keep those away who only look a key up. */
  @Override
  String lock() {
    return " FOR NO KEY UPDATE";
  }

  @Override
  String lock(Duration patience) {
    return patience.isZero() ? lock() + " NOWAIT" : lock();
  }

  @Override
  Session.Setting bound(Connection connection, Duration patience) throws SQLException {
    if (!patience.isZero()) {
      try (var set = connection.prepareStatement("SELECT set_config('lock_timeout', ?, TRUE)")) {
        set.setString(1, lockTimeout(patience));
        set.execute();
      }
    }
    return () -> {};
  }

  /** In milliseconds and rounded up, because 0 waits for ever. */
  static String lockTimeout(Duration patience) {
    return Math.min(patience.plusNanos(999_999).toMillis(), Integer.MAX_VALUE) + "ms";
  }

  /** Unlike setTransactionIsolation, it is gone with the transaction. */
  @Override
  Session.Setting serializable(Connection connection) throws SQLException {
    try (var set = connection.createStatement()) {
      set.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
    }
    return () -> {};
  }

  @Override
  Time time(InstantSource clock) {
    return Time.ofServer(CLOCK);
  }

  @Override
  Shortcut shortcut(Sale sale) {
    return new PostgresStatements(sale, this);
  }

  @Override
  Lapsed lapsed(Sale sale) {
    return new LapsedByPage(sale, LapsedByPage.PART, ThreadLocalRandom.current().nextDouble());
  }

  @Override
  Bulk bulk(Sale sale) {
    return new PostgresBulk(sale, inIndexOrder);
  }

  @Override
  SeatRows seatRows() {
    return new PostgresSeatRows(this);
  }

  /** OFFSET keeps the planner from reading all holds once, instead of each by its key. */
  @Override
  String joinHolds(String holds, String rows) {
    return " LEFT JOIN LATERAL (SELECT * FROM seat_hold o WHERE "
        + namedBy("o", rows)
        + " OFFSET 0) "
        + holds
        + " ON TRUE";
  }

  /** As the partial index says it, and nobody else. */
  @Override
  String isOneOf(String column, String... states) {
    return "CASE "
        + column
        + Stream.of(states)
            .map(state -> " WHEN '" + state + "' THEN TRUE")
            .collect(Collectors.joining())
        + " END";
  }

  @Override
  String bytes() {
    return "SELECT CAST(COALESCE(SUM(pg_total_relation_size(c.oid)), 0) AS BIGINT) FROM pg_class c"
        + " WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)";
  }

  @Override
  Trouble classify(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals("23505")) {
      return Trouble.TAKEN;
    } else if (state.equals("55P03")) {
      return Trouble.CONTENDED;
    } else if (RETRIED.contains(state)) {
      return Trouble.RETRY;
    } else if (state.equals("57014")) {
      return Trouble.DEADLINE;
    }
    return state.startsWith("08") || GONE.contains(state) ? Trouble.UNKNOWN : Trouble.BROKEN;
  }
}
