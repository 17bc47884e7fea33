package io.github.boxoffice.jdbc;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Leases in a table: one row a seat, all rows of a lease in one transaction, in seat order.
 *
 * <p>A row stays when its lease ends, and remembers the highest fence that was given out for its
 * seat; the next one is higher, whatever restarts lie between. It is also no lower than the
 * microseconds since the epoch, so that fences from another lease store, kept by the seats from
 * before, do not stop the sale.
 */
public final class JdbcLeaseStore implements LeaseStore {
  private final Transactions transactions;
  private final Time time;
  private final LeaseRows rows;

  JdbcLeaseStore(Transactions transactions, Dialect dialect, Time time) {
    this.transactions = transactions;
    this.time = time;
    this.rows = new LeaseRows(dialect);
  }

  /**
   * Leases in the database of this data source, which stays the caller's to close.
   *
   * @param clock the clock by which leases lapse, where the database lives in this process
   * @throws IllegalArgumentException if the database is of an unknown kind
   * @throws IllegalStateException if the tables are not there; see {@link Schema#apply}
   */
  public static JdbcLeaseStore on(DataSource dataSource, InstantSource clock) {
    Dialect dialect = Database.of(dataSource).dialect();
    Schema.check(dataSource);
    return new JdbcLeaseStore(new Transactions(dataSource, dialect), dialect, dialect.time(clock));
  }

  /** An answer that took longer than the lease lasts is none. */
  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    return transactions.attempt(
        connection -> {
          long now = time.now(connection);
          long until = now + ttl.toMillis();
          OptionalLong last = rows.lockLapsed(connection, show, seats, now);
          if (last.isEmpty()) {
            return Optional.empty();
          }
          long fence = Math.max(last.getAsLong() + 1, now * 1_000);
          Lease lease = new Lease(show, seats, HoldId.random().value(), fence);
          rows.write(connection, lease, until);
          return time.now(connection) < until ? Optional.of(lease) : Optional.empty();
        });
  }

  /** Renews all or nothing: a lease of which one seat is lost is lost. */
  @Override
  public boolean renew(Lease lease, Duration ttl) {
    return transactions.make(
        connection -> {
          long now = time.now(connection);
          boolean renewed = rows.move(connection, lease, now, now + ttl.toMillis());
          if (!renewed) {
            connection.rollback();
          }
          return renewed;
        });
  }

  @Override
  public boolean release(Lease lease) {
    return transactions.make(connection -> rows.move(connection, lease, time.now(connection), 0));
  }

  /** A rival who adds the same row is at these seats too, and may raise their fences instead. */
  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    transactions.attempt(
        connection -> {
          rows.raise(connection, show, seats, floor);
          return Optional.of(seats);
        });
  }
}
