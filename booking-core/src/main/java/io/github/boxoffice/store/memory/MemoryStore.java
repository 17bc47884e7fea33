package io.github.boxoffice.store.memory;

import io.github.boxoffice.store.CatalogStore;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

/**
 * A store in this process's memory. Nothing survives the process. Safe for use by any number of
 * threads; no lock is shared between shows, and within a show rivals meet only at the seats they
 * want.
 */
public final class MemoryStore implements Store {
  private final InstantSource clock;
  private final MemoryPayments payments;
  private final MemorySeats seats;
  private final MemoryCatalog catalog;

  /** An empty store that tells time by the system's clock. */
  public MemoryStore() {
    this(InstantSource.system());
  }

  /** An empty store that tells time by this clock. */
  public MemoryStore(InstantSource clock) {
    this.clock = clock;
    this.payments = new MemoryPayments(clock);
    this.seats = new MemorySeats(clock, payments);
    this.catalog = new MemoryCatalog(seats, payments);
  }

  @Override
  public SeatStore seats() {
    return seats;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }

  @Override
  public CatalogStore catalog() {
    return catalog;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /** Nothing is to be given back. */
  @Override
  public void close() {}
}
