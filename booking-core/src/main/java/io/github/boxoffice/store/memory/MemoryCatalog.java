package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import io.github.boxoffice.store.CatalogStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The catalogue in sorted maps; ids are counted up from 1 over all kinds. */
final class MemoryCatalog implements CatalogStore {
  private final AtomicLong ids = new AtomicLong();
  private final ConcurrentNavigableMap<Long, Cinema> cinemas = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Long, Hall> halls = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Long, Movie> movies = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<ShowId, Show> shows = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<String, User> users = new ConcurrentSkipListMap<>();
  private final MemorySeats seats;
  private final MemoryPayments payments;

  MemoryCatalog(MemorySeats seats, MemoryPayments payments) {
    this.seats = seats;
    this.payments = payments;
  }

  @Override
  public Cinema add(Cinema cinema) {
    Cinema added = cinema.withId(ids.incrementAndGet());
    cinemas.put(added.id(), added);
    return added;
  }

  @Override
  public Hall add(Hall hall) {
    known(cinemas.containsKey(hall.cinemaId()), "cinema", hall.cinemaId());
    Hall added = hall.withId(ids.incrementAndGet());
    halls.put(added.id(), added);
    return added;
  }

  @Override
  public Movie add(Movie movie) {
    Movie added = movie.withId(ids.incrementAndGet());
    movies.put(added.id(), added);
    return added;
  }

  @Override
  public User put(User user) {
    users.put(user.id(), user);
    return user;
  }

  @Override
  public Show add(Show.Plan plan) {
    known(movies.containsKey(plan.movieId()), "movie", plan.movieId());
    int size =
        hall(plan.hallId())
            .orElseThrow(() -> new IllegalArgumentException("there is no hall " + plan.hallId()))
            .seatMap()
            .size();
    Show added = new Show(new ShowId(ids.incrementAndGet()), plan);
    // Seats first: whoever finds the show finds its seats.
    seats.open(added.id(), size);
    shows.put(added.id(), added);
    return added;
  }

  private static void known(boolean condition, String kind, long id) {
    if (!condition) {
      throw new IllegalArgumentException("there is no " + kind + " " + id);
    }
  }

  @Override
  public Optional<Show> show(ShowId id) {
    return Optional.ofNullable(shows.get(id));
  }

  @Override
  public Optional<Hall> hall(long id) {
    return Optional.ofNullable(halls.get(id));
  }

  @Override
  public Optional<User> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public List<Cinema> cinemas() {
    return List.copyOf(cinemas.values());
  }

  @Override
  public List<Movie> movies() {
    return List.copyOf(movies.values());
  }

  @Override
  public List<Show> shows() {
    return List.copyOf(shows.values());
  }

  /** Seats first: without them nobody can begin a payment. */
  @Override
  public int purge(Instant startedBefore, int limit) {
    MemoryPayments.Unsettled unsettled = payments.unsettled();
    Set<ShowId> gone = new HashSet<>();
    int deleted = 0;
    for (Show show : shows.values()) {
      ShowId id = show.id();
      if (deleted < limit && show.plan().startsAt().isBefore(startedBefore)) {
        int seatsAndHolds = seats.close(id, () -> !unsettled.has(id));
        if (seatsAndHolds > 0) {
          shows.remove(id);
          gone.add(id);
          deleted += seatsAndHolds;
        }
      }
    }
    return gone.isEmpty() ? 0 : deleted + payments.purge(gone);
  }
}
