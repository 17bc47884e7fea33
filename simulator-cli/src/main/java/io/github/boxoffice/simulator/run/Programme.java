package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Venue;
import java.time.Duration;
import java.time.Instant;

/** What is on: one movie in a hall of its own. Safe for use by any number of threads. */
final class Programme {
  /** How many seats each show allows in a hold, even if its users never want as many. */
  static final int SEATS_IN_A_HOLD = 10;

  private final BoxOffice office;
  private final Scenario scenario;
  private final Hall hall;
  private final Movie movie;

  /** One in a cinema that is added for it. */
  Programme(BoxOffice office, Scenario scenario) {
    Venue venue = scenario.venue();
    Cinema cinema = office.catalog().add(new Cinema(0, "Simulated", "Boxoffice"));
    this.office = office;
    this.scenario = scenario;
    this.hall = office.catalog().add(new Hall(0, cinema.id(), venue.hall(), venue.seats()));
    this.movie = office.catalog().add(Movie.titled("The Last Seat"));
  }

  /** Puts a show on sale. */
  ShowId add(Instant beginning) {
    Show.Plan plan =
        new Show.Plan(movie.id(), hall.id(), beginning, scenario.venue().prices(), policy());
    return office.catalog().add(plan).id();
  }

  private HoldPolicy policy() {
    Duration ttl = scenario.habits().holdTtl();
    int seats = Math.max(SEATS_IN_A_HOLD, scenario.habits().seats().most());
    return new HoldPolicy(ttl, ttl.multipliedBy(2), seats);
  }
}
