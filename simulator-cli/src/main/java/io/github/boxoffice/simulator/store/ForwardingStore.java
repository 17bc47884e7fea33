package io.github.boxoffice.simulator.store;

import io.github.boxoffice.store.CatalogStore;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

/** Passes everything on; who extends it says what it does otherwise. */
public abstract class ForwardingStore implements Store {
  private final Store next;

  /** Stands before this store, and closes it when it is closed. */
  protected ForwardingStore(Store next) {
    this.next = next;
  }

  @Override
  public SeatStore seats() {
    return next.seats();
  }

  @Override
  public PaymentStore payments() {
    return next.payments();
  }

  @Override
  public CatalogStore catalog() {
    return next.catalog();
  }

  @Override
  public InstantSource clock() {
    return next.clock();
  }

  @Override
  public void close() {
    next.close();
  }
}
