package io.github.boxoffice.simulator.run;

import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.store.CatalogStore;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/** A store whose conflicts are counted, together with those of the leases before it. */
final class CountingStore implements Store {
  private final Store store;
  private final LongAdder conflicts = new LongAdder();
  private final SeatStore seats;

  CountingStore(Store store) {
    this.store = store;
    this.seats = new CountingSeats(store.seats(), conflicts);
  }

  long conflicts() {
    return conflicts.sum();
  }

  /** The same leases, with every one that was not to be had counted as a conflict. */
  LeaseStore counted(LeaseStore leases) {
    return new CountingLeases(leases, conflicts);
  }

  @Override
  public SeatStore seats() {
    return seats;
  }

  @Override
  public PaymentStore payments() {
    return store.payments();
  }

  @Override
  public CatalogStore catalog() {
    return store.catalog();
  }

  @Override
  public InstantSource clock() {
    return store.clock();
  }

  @Override
  public void close() {
    store.close();
  }
}
