package io.github.boxoffice.contract;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** The worst lease store there is: it grants everybody everything. */
final class GenerousLeases implements LeaseStore {
  private final LongUnaryOperator fence;
  private final AtomicLong granted = new AtomicLong();

  /**
   * Grants leases with these fences.
   *
   * @param fence from how many were granted before
   */
  GenerousLeases(LongUnaryOperator fence) {
    this.fence = fence;
  }

  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    long number = fence.applyAsLong(granted.incrementAndGet());
    return Optional.of(new Lease(show, seats, UUID.randomUUID(), number));
  }

  @Override
  public boolean renew(Lease lease, Duration ttl) {
    return true;
  }

  @Override
  public boolean release(Lease lease) {
    return true;
  }

  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    // Its fences are as it was told.
  }

  long granted() {
    return granted.get();
  }
}
