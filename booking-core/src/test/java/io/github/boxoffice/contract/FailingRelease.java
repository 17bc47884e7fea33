package io.github.boxoffice.contract;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/** A lease store that cannot be reached any more when a lease is given back. */
record FailingRelease(LeaseStore real) implements LeaseStore {
  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    return real.acquire(show, seats, ttl);
  }

  @Override
  public boolean renew(Lease lease, Duration ttl) {
    return real.renew(lease, ttl);
  }

  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    real.raiseFence(show, seats, floor);
  }

  @Override
  public boolean release(Lease lease) {
    throw new StoreException("give a lease back", new IllegalStateException("connection lost"));
  }
}
