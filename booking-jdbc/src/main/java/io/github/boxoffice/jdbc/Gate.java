package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way to a connection. HikariCP has threads that wait for one spin for it: with 48 of 64
 * threads waiting that took half of all the time there was. So where we know how many connections a
 * pool has, no more callers than that ask it; the others are parked here. Whoever has passed never
 * passes again before it left, so no circle of waiting can close.
 *
 * <p>Who comes while a place is free overtakes those who are parked, which saves a switch of
 * threads; unless one of them has waited for long. From then on all go in turn until those are in:
 * in a rush who is refused comes back at once, and again, and would leave no place to who is to be
 * confirmed.
 */
final class Gate {
  /** That of HikariCP. */
  private static final long DEFAULT_PATIENCE_MILLIS = 30_000;

  /** Many times a usual wait. With a tenth of it a tenth fewer sales were made. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final DataSource dataSource;
  private final @Nullable Semaphore places;
  private final long patienceMillis;

  /**
   * Since when those wait who are parked, the first of them first. It says in which order to go,
   * not who may: a caller who reads it a moment too early overtakes once more.
   */
  private final Queue<Long> parkedSince = new ConcurrentLinkedQueue<>();

  private Gate(DataSource dataSource, @Nullable Semaphore places, long patienceMillis) {
    this.dataSource = dataSource;
    this.places = places;
    this.patienceMillis = patienceMillis;
  }

  /**
   * A gate before this pool; what is no pool that we know is open to all.
   *
   * @param most how many may pass at once, if the pool has so many connections
   */
  static Gate before(DataSource dataSource, int most) {
    return dataSource instanceof HikariDataSource pool
        ? new Gate(
            pool,
            new Semaphore(Math.min(most, pool.getMaximumPoolSize()), true),
            patienceMillis(pool))
        : open(dataSource);
  }

  /** How long whoever comes to this data source is ready to wait for what others have. */
  static long patienceMillis(DataSource dataSource) {
    return dataSource instanceof HikariDataSource pool
        ? pool.getConnectionTimeout()
        : DEFAULT_PATIENCE_MILLIS;
  }

  /** A gate that all may pass. */
  static Gate open(DataSource dataSource) {
    return new Gate(dataSource, null, 0);
  }

  /**
   * Waits for a connection, as long as the pool would have it.
   *
   * @throws SQLTransientConnectionException if none became free in that time
   */
  Connection enter() throws SQLException {
    await();
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      return connection;
    } finally {
      if (connection == null) {
        leave();
      }
    }
  }

  private void await() throws SQLException {
    try {
      if (places != null && !pass(places)) {
        throw new SQLTransientConnectionException(
            "no connection became free within " + patienceMillis + " ms");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a connection", e);
    }
  }

  private boolean pass(Semaphore free) throws InterruptedException {
    // Without a time it overtakes those who are parked, with one it joins them at the end.
    if (!isInTurn() && free.tryAcquire()) {
      return true;
    }
    // For all of the time at once: who gives up looks through the queue for others who did, which
    // a hundred thousand would do one after the other.
    Long now = System.nanoTime();
    parkedSince.add(now);
    try {
      return free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
    } finally {
      parkedSince.remove(now); // Of equal ones any will do.
    }
  }

  /** Whether somebody has waited for so long that nobody overtakes. */
  boolean isInTurn() {
    Long first = parkedSince.peek();
    return first != null && System.nanoTime() - first > LONG_NANOS;
  }

  /** To be called once for each {@link #enter} that answered, when the connection is given back. */
  void leave() {
    if (places != null) {
      places.release();
    }
  }
}
