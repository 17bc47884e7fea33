package io.github.boxoffice.catalog;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import io.github.boxoffice.store.CatalogStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The catalogue. Shows and halls do not change once they are on sale, so each is read from the
 * store once and then remembered. Safe for use by any number of threads.
 */
public final class Catalog {
  private final CatalogStore store;
  private final ConcurrentMap<ShowId, OnSale> onSale = new ConcurrentHashMap<>();
  private final ConcurrentMap<Long, Hall> halls = new ConcurrentHashMap<>();

  /** The catalogue that this store keeps. */
  public Catalog(CatalogStore store) {
    this.store = store;
  }

  /** Adds a cinema; the answer has the id that the store gave. */
  public Cinema add(Cinema cinema) {
    return store.add(cinema);
  }

  /**
   * Adds a hall; the answer has the id that the store gave.
   *
   * @throws IllegalArgumentException if there is no such cinema
   */
  public Hall add(Hall hall) {
    return store.add(hall);
  }

  /** Adds a movie; the answer has the id that the store gave. */
  public Movie add(Movie movie) {
    return store.add(movie);
  }

  /** Adds a user, or replaces the one with the same id. */
  public User put(User user) {
    return store.put(user);
  }

  /**
   * Puts a show on sale, with every seat of its hall.
   *
   * @throws IllegalArgumentException if there is no such movie or hall, or a zone of the hall has
   *     no price
   */
  public Show add(Show.Plan plan) {
    Hall hall =
        hall(plan.hallId())
            .orElseThrow(() -> new IllegalArgumentException("there is no hall " + plan.hallId()));
    for (String zone : hall.seatMap().zones()) {
      if (!plan.prices().byZone().containsKey(zone)) {
        throw new IllegalArgumentException("prices: zone " + zone + " of the hall has no price");
      }
    }
    return store.add(plan);
  }

  /** The show with its seats, if there is one. */
  public Optional<OnSale> find(ShowId id) {
    OnSale known = onSale.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<OnSale> read = store.show(id).flatMap(this::withSeats);
    read.ifPresent(found -> onSale.put(id, found));
    return read;
  }

  private Optional<OnSale> withSeats(Show show) {
    return hall(show.plan().hallId()).map(hall -> new OnSale(show, hall.seatMap()));
  }

  private Optional<Hall> hall(long id) {
    Hall known = halls.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Hall> read = store.hall(id);
    read.ifPresent(found -> halls.put(id, found));
    return read;
  }

  /** All cinemas, by id. */
  public List<Cinema> cinemas() {
    return store.cinemas();
  }

  /** All movies, by id. */
  public List<Movie> movies() {
    return store.movies();
  }

  /** All shows, by id. */
  public List<Show> shows() {
    return store.shows();
  }

  /** Deletes what is left of old shows, some of it; see {@link CatalogStore#purge}. */
  public int purge(Instant startedBefore, int limit) {
    onSale.values().removeIf(one -> one.show().plan().startsAt().isBefore(startedBefore));
    return store.purge(startedBefore, limit);
  }
}
