package io.github.boxoffice.model;

/** The id of a {@link Show}: a positive number, given by the store that keeps the show. */
public record ShowId(long value) implements Comparable<ShowId> {
  /** Refuses numbers that no store gives out. */
  public ShowId {
    Check.that(value > 0, "show id must be positive, was %s", value);
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is not a positive whole number
   */
  public static ShowId parse(String text) {
    try {
      return new ShowId(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("show id must be a whole number, was '" + text + "'", e);
    }
  }

  @Override
  public int compareTo(ShowId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
