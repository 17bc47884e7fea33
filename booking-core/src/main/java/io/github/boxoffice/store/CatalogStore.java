package io.github.boxoffice.store;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cinemas, halls, movies, shows and users. What is added gets the id that the store gives. */
public interface CatalogStore {
  /** Adds a cinema; its id is ignored. */
  Cinema add(Cinema cinema);

  /** Adds a hall; its id is ignored. */
  Hall add(Hall hall);

  /** Adds a movie; its id is ignored. */
  Movie add(Movie movie);

  /** Adds a user, or replaces the one with the same id. */
  User put(User user);

  /** Adds a show and puts all seats of its hall on sale, both or neither. */
  Show add(Show.Plan plan);

  /** The show with this id. */
  Optional<Show> show(ShowId id);

  /** The hall with this id, with its seat map. */
  Optional<Hall> hall(long id);

  /** The user with this id. */
  Optional<User> user(String id);

  /** All cinemas, by id. */
  List<Cinema> cinemas();

  /** All movies, by id. */
  List<Movie> movies();

  /** All shows, by id. */
  List<Show> shows();

  /**
   * Deletes shows that began before this time, with their seats, holds, bookings, payments and
   * leases, bit by bit: call it again until it answers 0. Sales of other shows go on meanwhile. A
   * show with a payment that is not settled stays until it is. Cinemas, halls and movies stay.
   *
   * @param startedBefore long ago enough that nobody holds, pays or cancels there any more
   * @param limit how many rows to delete at most, at least 1; a store in memory deletes a show as a
   *     whole
   * @return how many rows were deleted; 0 if nothing is left to delete
   */
  int purge(Instant startedBefore, int limit);
}
