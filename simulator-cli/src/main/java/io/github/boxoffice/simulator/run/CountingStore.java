package io.github.boxoffice.simulator.run;

import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.simulator.store.ForwardingStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.util.concurrent.atomic.LongAdder;

/** A store whose conflicts are counted, together with those of the leases before it. */
final class CountingStore extends ForwardingStore {
  private final LongAdder conflicts = new LongAdder();
  private final SeatStore seats;

  CountingStore(Store store) {
    super(store);
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
}
