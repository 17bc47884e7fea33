package io.github.boxoffice.lock;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.Optional;

/**
 * Where leases are had. Correct sales do not rest on it: a lease store that grants everyone
 * everything costs time, not seats.
 *
 * <p>Safe for use by any number of threads.
 */
public interface LeaseStore extends AutoCloseable {
  /**
   * Leases all of the seats or none.
   *
   * @param ttl when the lease lapses, from now
   * @return empty if another lease on one of the seats has not lapsed
   * @throws io.github.boxoffice.store.StoreException if the lease store cannot be reached
   */
  Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl);

  /**
   * Starts the lease's time again.
   *
   * @return false if it has lapsed or was released: it is lost, and stays lost
   */
  boolean renew(Lease lease, Duration ttl);

  /**
   * Gives the lease back, and never somebody else's that came after it.
   *
   * @return false if it was lost before
   */
  boolean release(Lease lease);

  /**
   * Gives the lease back, together with what others ask, if others ask at this time; then it does
   * not wait for the answer. What comes of it nobody is told: at worst the lease lapses. Whoever
   * asks for the same seats afterwards does so, as a rule, after they were given back. By default
   * it is a {@link #release}.
   *
   * @throws io.github.boxoffice.store.StoreException possibly, if the lease store cannot be reached
   */
  default void releaseSoon(Lease lease) {
    release(lease);
  }

  /**
   * Makes the next lease on each of these seats have a fence above this one. The seats' store
   * remembers the highest fence it was written under; a lease store that came back without its
   * memory, or beside a slower clock, would otherwise give out leases that nobody can use. Never
   * lowers a fence.
   *
   * @throws io.github.boxoffice.store.StoreException if the lease store cannot be reached
   */
  void raiseFence(ShowId show, SeatSet seats, long floor);

  /** Gives back what it opened. By default there is nothing. */
  @Override
  default void close() {}
}
