package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Venue;
import java.io.Closeable;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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
  private static final int SEATS_IN_A_HOLD = 10;

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
    Venue venue = scenario.venue();
    Cinema cinema = office.catalog().add(new Cinema(0, "Simulated", "Boxoffice"));
    Hall hall = office.catalog().add(new Hall(0, cinema.id(), venue.hall(), venue.seats()));
    Movie movie = office.catalog().add(Movie.titled("The Last Seat"));
    List<ShowId> shows = new ArrayList<>();
    for (int i = 0; i < venue.shows(); i++) {
      Show.Plan plan =
          new Show.Plan(
              movie.id(),
              hall.id(),
              store.clock().instant().plus(365, ChronoUnit.DAYS),
              venue.prices(),
              policy(scenario));
      shows.add(office.catalog().add(plan).id());
    }
    return shows;
  }

  static HoldPolicy policy(Scenario scenario) {
    Duration ttl = scenario.habits().holdTtl();
    int seats = Math.max(SEATS_IN_A_HOLD, scenario.habits().seats().most());
    return new HoldPolicy(ttl, ttl.multipliedBy(2), seats);
  }

  @Override
  public void close() {
    office.close();
  }
}
