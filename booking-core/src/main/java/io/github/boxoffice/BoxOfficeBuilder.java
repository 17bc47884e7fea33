package io.github.boxoffice;

import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.lock.Strategies;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.PaymentGateway;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.StoreProvider;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Options of a {@link BoxOffice}. Not safe for use by several threads. */
public final class BoxOfficeBuilder {
  private final Store store;
  private final Runnable opened;
  private SeatLockStrategy strategy = Strategies.named("optimistic");
  private @Nullable LeaseStore leases;
  private PaymentGateway gateway = MockGateway.alwaysCaptures();

  BoxOfficeBuilder(Store store, Runnable opened) {
    this.store = store;
    this.opened = opened;
  }

  static Store storeOn(DataSource dataSource) {
    return ServiceLoader.load(StoreProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no store for data sources on the class path: add booking-jdbc"))
        .open(dataSource);
  }

  /**
   * How rivals for a seat are kept apart, by name; {@code optimistic} if not said.
   *
   * @throws IllegalArgumentException if there is no such strategy
   */
  public BoxOfficeBuilder strategy(String name) {
    return strategy(Strategies.named(name));
  }

  /** How rivals for a seat are kept apart; closed with the box office. */
  public BoxOfficeBuilder strategy(SeatLockStrategy newStrategy) {
    this.strategy = newStrategy;
    return this;
  }

  /** Where leases live, for the strategy {@code lease}; in this process's memory if not said. */
  public BoxOfficeBuilder leases(LeaseStore newLeases) {
    this.leases = newLeases;
    return this;
  }

  /** Where money is taken; a mock that captures everything if not said. */
  public BoxOfficeBuilder gateway(PaymentGateway newGateway) {
    this.gateway = newGateway;
    return this;
  }

  /** Opens the box office. */
  public BoxOffice open() {
    LeaseStore where = leases == null ? new MemoryLeaseStore(store.clock()) : leases;
    return new BoxOffice(this, new Ground(store.seats(), where), opened);
  }

  Store store() {
    return store;
  }

  SeatLockStrategy strategy() {
    return strategy;
  }

  PaymentGateway gateway() {
    return gateway;
  }
}
