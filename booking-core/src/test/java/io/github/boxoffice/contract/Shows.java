package io.github.boxoffice.contract;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.CatalogStore;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.SeatChange.HoldTerms;
import java.time.Duration;
import java.time.Instant;

/** Shows to sell, and what it takes to claim their seats. */
public final class Shows {
  /** How long holds of these tests last. */
  public static final Duration TTL = Duration.ofMinutes(7);

  /** The longest that the holds of one user may last together. */
  public static final Duration LONGEST = Duration.ofMinutes(15);

  /** Both. */
  public static final HoldTerms TERMS = new HoldTerms(TTL, LONGEST);

  /** What a booking costs. */
  public static final Money PRICE = Money.of(1250, "EUR");

  private static final Duration AHEAD = Duration.ofDays(30);

  private Shows() {}

  /** Puts a show of this many seats on sale, in a cinema of its own. */
  public static ShowId open(CatalogStore catalog, int seats) {
    return catalog.add(plan(catalog, seats)).id();
  }

  /** The same for a show that begins thirty days after this. */
  public static ShowId open(CatalogStore catalog, int seats, Instant now) {
    Show.Plan plan = plan(catalog, seats);
    return catalog
        .add(
            new Show.Plan(
                plan.movieId(), plan.hallId(), now.plus(AHEAD), plan.prices(), plan.holds()))
        .id();
  }

  /** A plan for a show of this many seats, whose cinema, hall and movie exist. */
  public static Show.Plan plan(CatalogStore catalog, int seats) {
    SeatMap map = SeatMap.grid(1, seats);
    Cinema cinema = catalog.add(new Cinema(0, "Elsinore", "Castle"));
    Hall hall = catalog.add(new Hall(0, cinema.id(), "Great Hall", map));
    Movie movie = catalog.add(Movie.titled("Hamlet"));
    return new Show.Plan(
        movie.id(),
        hall.id(),
        SettableClock.START.plus(AHEAD),
        PriceList.flat(map, PRICE),
        HoldPolicy.STANDARD);
  }

  /** A claim under a new id. */
  public static Claim claim(ShowId show, String user, int... seats) {
    return new Claim(show, HoldId.random(), user, SeatSet.of(seats));
  }

  /** A payment that nobody has heard of yet. */
  public static HoldPayment payment() {
    return new HoldPayment(PaymentId.random(), PRICE);
  }
}
