package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Isolation;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** MariaDB and MySQL, with what both understand. */
class MariaDbDialect extends Dialect {
  /**
   * In UTC and not by SYSDATE, which tells local time: twice the same hour in autumn. It is the
   * beginning of the statement, not of the transaction, and the same for all rows of an INSERT.
   */
  private static final String CLOCK =
      "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6)) DIV 1000";

  private static final int DUPLICATE = 1062;

  /** What is said of a text that the server cannot read. */
  static final int NO_SQL = 1064;

  /** A lock was not to be had in time; or at once, as MySQL says it. */
  private static final Set<Integer> LOCKED = Set.of(1205, 3572);

  /** A deadlock, a row that changed since the snapshot, a table that did. */
  private static final Set<Integer> OVERTAKEN = Set.of(1213, 1020, 1412);

  /** KILL QUERY, and the time limits of MariaDB and MySQL. */
  private static final Set<Integer> CANCELLED = Set.of(1317, 1969, 3024);

  /** KILL, and what MySQL says to who was idle for too long. */
  private static final Set<Integer> GONE = Set.of(1927, 4031);

  /** The longest wait that can be set, in seconds. */
  private static final long LONGEST = 100_000_000;

  private final boolean boundsStatements;

  /** For any server. */
  MariaDbDialect() {
    this(false);
  }

  /** For servers that know SET STATEMENT, as MariaDB does and MySQL does not; or for others. */
  MariaDbDialect(boolean boundsStatements) {
    this.boundsStatements = boundsStatements;
  }

  @Override
  Dialect in(Connection session) throws SQLException {
    try {
      execute(session, within(Duration.ZERO, "SELECT 1"));
      return new MariaDbDialect(true);
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SQL) {
        throw e;
      }
      return this;
    }
  }

  @Override
  String name() {
    return "mariadb";
  }

  /** MySQL has no type for it. */
  @Override
  void bind(PreparedStatement statement, int at, @Nullable UUID id) throws SQLException {
    statement.setBytes(
        at,
        id == null
            ? null
            : ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
  }

  @Override
  @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null) {
      return null;
    }
    ByteBuffer bits = ByteBuffer.wrap(bytes);
    return new UUID(bits.getLong(), bits.getLong());
  }

  /** Drivers move what has a time zone into the one of the session or of this process. */
  @Override
  void bind(PreparedStatement statement, int at, Instant moment) throws SQLException {
    statement.setObject(at, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  @Override
  Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  @Override
  String lock(Duration patience) {
    return patience.isZero() ? lock() + " NOWAIT" : lock();
  }

  /** In SERIALIZABLE every read takes a shared lock, also on what is not there. */
  @Override
  boolean looks(Isolation isolation) {
    return !(isolation instanceof Isolation.Serializable);
  }

  /** Two with a shared lock who then want to write would be waiting for each other. */
  @Override
  String lockRead(Isolation isolation) {
    return looks(isolation) ? "" : lock();
  }

  @Override
  boolean boundsStatements() {
    return boundsStatements;
  }

  @Override
  String within(Isolation isolation, String statement) {
    return boundsStatements
            && isolation instanceof Isolation.RowLocks locks
            && !locks.patience().isZero()
        ? within(locks.patience(), statement)
        : statement;
  }

  private static String within(Duration patience, String statement) {
    return "SET STATEMENT innodb_lock_wait_timeout = " + seconds(patience) + " FOR " + statement;
  }

  /** The unit of the setting; rounded up, because 0 gives up at once. */
  private static long seconds(Duration patience) {
    return Math.min(Math.max(patience.plusNanos(999_999_999).toSeconds(), 1), LONGEST);
  }

  /** See {@link #bound} and {@link #within}. */
  @Override
  boolean waitsAtMost(Connection connection, Duration patience) {
    return !patience.isZero();
  }

  /** By the session's setting, since MySQL knows no FOR UPDATE WAIT. */
  @Override
  Session.Setting bound(Connection connection, Duration patience) throws SQLException {
    if (patience.isZero()) {
      return () -> {};
    }
    execute(
        connection,
        "SET @boxoffice_wait = @@SESSION.innodb_lock_wait_timeout,"
            + " SESSION innodb_lock_wait_timeout = "
            + seconds(patience));
    return () -> execute(connection, "SET SESSION innodb_lock_wait_timeout = @boxoffice_wait");
  }

  /** The default is REPEATABLE READ, which locks the gaps between rows, too. */
  @Override
  void readCommitted(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      execute(connection, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
  }

  /** Unlike setTransactionIsolation, it is gone with the transaction. */
  @Override
  Session.Setting serializable(Connection connection) throws SQLException {
    execute(connection, "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
    return () -> {};
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  Time time(InstantSource clock) {
    return Time.ofServer(CLOCK);
  }

  @Override
  Lapsed lapsed(Sale sale) {
    return new LapsedByKey(sale, LapsedByKey.PART, ThreadLocalRandom.current().nextDouble());
  }

  @Override
  Bulk bulk(Sale sale) {
    return new MariaDbBulk(sale);
  }

  @Override
  FreshHolds freshHolds(Sale sale) {
    return new MariaDbFreshHolds(sale);
  }

  @Override
  SeatRows seatRows() {
    return new MariaDbSeatRows(this);
  }

  @Override
  String bytes() {
    return "SELECT CAST(COALESCE(SUM(data_length + index_length), 0) AS SIGNED)"
        + " FROM information_schema.tables WHERE table_schema = DATABASE()";
  }

  @Override
  Trouble classify(SQLException failure) {
    int code = failure.getErrorCode();
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (code == DUPLICATE) {
      return Trouble.TAKEN;
    } else if (LOCKED.contains(code)) {
      return Trouble.CONTENDED;
    } else if (OVERTAKEN.contains(code) || state.equals("40001")) {
      return Trouble.RETRY;
    } else if (CANCELLED.contains(code)) {
      return Trouble.DEADLINE;
    }
    return state.startsWith("08") || GONE.contains(code) ? Trouble.UNKNOWN : Trouble.BROKEN;
  }
}
