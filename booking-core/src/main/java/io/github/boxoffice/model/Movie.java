package io.github.boxoffice.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A movie (or a play, a concert: whatever is shown).
 *
 * @param id given by the store; 0 before
 * @param title what it is called
 * @param about what else people choose by
 */
public record Movie(long id, String title, About about) {
  /** Refuses a blank title. */
  public Movie {
    Check.text(title, "title");
  }

  /** A movie of which only the title is known, not yet stored. */
  public static Movie titled(String title) {
    return new Movie(0, title, About.UNKNOWN);
  }

  /** The same under the id that the store gave. */
  public Movie withId(long newId) {
    return new Movie(newId, title, about);
  }

  /**
   * What people choose a movie by. Texts may be empty where nothing is known.
   *
   * @param genre such as {@code drama}
   * @param language ISO 639, such as {@code en}
   * @param plot a few sentences
   * @param length how long it takes
   * @param released the first day
   * @param actors who plays
   * @param rating hundredths of a point, 0 to 1000
   */
  public record About(
      String genre,
      String language,
      String plot,
      Duration length,
      LocalDate released,
      List<String> actors,
      int rating) {
    /** Nothing known. */
    public static final About UNKNOWN =
        new About("", "", "", Duration.ZERO, LocalDate.EPOCH, List.of(), 0);

    /** Keeps its own copy of the actors; refuses ratings outside 0 to 1000. */
    public About {
      actors = List.copyOf(actors);
      Check.that(rating >= 0 && rating <= 1000, "rating must be 0 to 1000, was %s", rating);
    }
  }
}
