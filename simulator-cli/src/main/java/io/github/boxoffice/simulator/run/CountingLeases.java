package io.github.boxoffice.simulator.run;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often a lease was not to be had, which the strategy takes as "again". */
final class CountingLeases implements LeaseStore {
  private final LeaseStore leases;
  private final LongAdder conflicts;

  CountingLeases(LeaseStore leases, LongAdder conflicts) {
    this.leases = leases;
    this.conflicts = conflicts;
  }

  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    Optional<Lease> lease = leases.acquire(show, seats, ttl);
    if (lease.isEmpty()) {
      conflicts.increment();
    }
    return lease;
  }

  @Override
  public boolean renew(Lease lease, Duration ttl) {
    return leases.renew(lease, ttl);
  }

  @Override
  public boolean release(Lease lease) {
    return leases.release(lease);
  }

  @Override
  public void releaseSoon(Lease lease) {
    leases.releaseSoon(lease);
  }

  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    leases.raiseFence(show, seats, floor);
  }

  @Override
  public void close() {
    leases.close();
  }
}
