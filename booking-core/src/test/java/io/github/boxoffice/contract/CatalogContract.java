package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatKind;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import io.github.boxoffice.store.CatalogStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CatalogStore} does: what was put in comes out. Extend it and say how your store
 * is opened.
 */
public abstract class CatalogContract extends StoreContract {
  private static final SeatMap MAP =
      SeatMap.of(
          List.of(
              new Seat("A", 1, "stalls", SeatKind.STANDARD),
              new Seat("A", 2, "stalls", SeatKind.WHEELCHAIR),
              new Seat("A", 3, "stalls", SeatKind.COMPANION),
              new Seat("B", 7, "balcony ‘left’", SeatKind.STANDARD)));

  private CatalogStore catalog;
  private Cinema cinema;
  private Hall hall;
  private Movie movie;

  @BeforeEach
  final void addSomething() {
    catalog = store.catalog();
    cinema = catalog.add(new Cinema(0, "Zürich", "Kino \"Ö'Toole\""));
    hall = catalog.add(new Hall(0, cinema.id(), "1", MAP));
    movie =
        catalog.add(
            new Movie(
                0,
                "Hamlet",
                new Movie.About(
                    "drama",
                    "da",
                    "A prince hesitates; everybody dies.",
                    Duration.ofMinutes(242),
                    LocalDate.of(1996, 12, 25),
                    List.of("Kenneth Branagh", "Kate Winslet, as Ophelia"),
                    772)));
  }

  @Test
  void add_givesIds() {
    assertThat(cinema.id()).isPositive();
    assertThat(hall.id()).isPositive();
    assertThat(movie.id()).isPositive();
    assertThat(catalog.add(cinema).id()).isNotEqualTo(cinema.id());
  }

  @Test
  void hall_isFoundWithItsSeats() {
    assertThat(catalog.hall(hall.id())).contains(hall);
    assertThat(catalog.hall(hall.id()).orElseThrow().seatMap().seats()).isEqualTo(MAP.seats());
    assertThat(catalog.hall(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void show_isFoundWithItsTermsAndAllSeatsFree() {
    Show added = catalog.add(plan());
    assertThat(added.plan()).isEqualTo(plan());
    assertThat(catalog.show(added.id())).contains(added);
    assertThat(store.seats().countFree(added.id())).isEqualTo(MAP.size());
    assertThat(catalog.show(new ShowId(Long.MAX_VALUE))).isEmpty();
  }

  @Test
  void user_isReplacedByThatWithTheSameId() {
    String id = "alice-" + show;
    catalog.put(new User(id, "Alice", "alice@example.org", null));
    User later = new User(id, "Alice B.", "b@example.org", LocalDate.of(2000, 2, 29));
    catalog.put(later);
    assertThat(catalog.user(id)).contains(later);
    assertThat(catalog.user("nobody-" + show)).isEmpty();
  }

  @Test
  void lists_haveAllById() {
    Show first = catalog.add(plan());
    Show second = catalog.add(plan());
    Movie another = catalog.add(Movie.titled("Hamlet"));
    Cinema elsewhere = catalog.add(new Cinema(0, "Aarhus", "Bio"));
    assertThat(catalog.shows()).containsSubsequence(first, second);
    assertThat(catalog.shows()).extracting(Show::id).isSorted();
    assertThat(catalog.movies()).containsSubsequence(movie, another);
    assertThat(catalog.movies()).extracting(Movie::id).isSorted();
    assertThat(catalog.cinemas()).containsSubsequence(cinema, elsewhere);
    assertThat(catalog.cinemas()).extracting(Cinema::id).isSorted();
  }

  @Test
  void add_withoutWhatItBelongsTo_isRefused() {
    assertThatThrownBy(() -> catalog.add(new Hall(0, Long.MAX_VALUE, "1", MAP)))
        .isInstanceOf(IllegalArgumentException.class);
    Show.Plan plan = plan();
    assertThatThrownBy(() -> catalog.add(planOf(Long.MAX_VALUE, plan.hallId())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog.add(planOf(plan.movieId(), Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Show.Plan plan() {
    return planOf(movie.id(), hall.id());
  }

  private static Show.Plan planOf(long movieId, long hallId) {
    Money cheap = Money.of(900, "CHF");
    Money dear = Money.of(2500, "CHF");
    return new Show.Plan(
        movieId,
        hallId,
        SettableClock.START.plusMillis(1),
        new PriceList(Map.of("stalls", dear, "balcony ‘left’", cheap)),
        new HoldPolicy(Duration.ofMillis(1500), Duration.ofHours(3), 4));
  }
}
