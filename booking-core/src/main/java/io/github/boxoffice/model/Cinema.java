package io.github.boxoffice.model;

/**
 * A cinema.
 *
 * @param id given by the store; 0 before
 * @param city where it is
 * @param name what it is called
 */
public record Cinema(long id, String city, String name) {
  /** Refuses blank names. */
  public Cinema {
    Check.text(city, "city");
    Check.text(name, "name");
  }

  /** The same under the id that the store gave. */
  public Cinema withId(long newId) {
    return new Cinema(newId, city, name);
  }
}
