package io.github.boxoffice.store;

import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.model.User;
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
}
