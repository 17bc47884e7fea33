package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.scenario.Scenario;
import java.io.Closeable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A box office with its shows, fresh for one run.
 *
 * @param office who sells
 * @param shows what is sold
 * @param store where it is written down
 * @param bank what takes the money
 */
record Stage(BoxOffice office, List<ShowId> shows, CountingStore store, MockGateway bank)
    implements Closeable {
  /** One with new shows. */
  static Stage open(Scenario scenario, Backend backend, SeatLockStrategy strategy) {
    Stage empty = open(backend, strategy, List.of(), QuickGateway.of(scenario));
    return new Stage(
        empty.office, shows(empty.office, empty.store, scenario), empty.store, empty.bank);
  }

  /** One with these shows, which are on sale already. */
  static Stage open(
      Backend backend, SeatLockStrategy strategy, List<ShowId> shows, QuickGateway gateway) {
    CountingStore store = new CountingStore(backend.store());
    BoxOffice office =
        BoxOffice.on(store)
            .strategy(strategy)
            .leases(store.counted(backend.leases()))
            .gateway(gateway)
            .open();
    return new Stage(office, shows, store, gateway.mock());
  }

  private static List<ShowId> shows(BoxOffice office, CountingStore store, Scenario scenario) {
    Programme programme = new Programme(office, scenario);
    return Stream.generate(() -> programme.add(store.clock().instant().plus(365, ChronoUnit.DAYS)))
        .limit(scenario.venue().shows())
        .toList();
  }

  @Override
  public void close() {
    office.close();
  }
}
