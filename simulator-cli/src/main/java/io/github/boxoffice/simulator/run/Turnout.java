package io.github.boxoffice.simulator.run;

/**
 * What came of those who wanted the same kind of show.
 *
 * @param attempts how often seats were asked for
 * @param refused how often they were refused, for any reason but contention
 * @param contended how often rivals were in the way for longer than the strategy waits
 * @param bookings how many were made
 * @param seconds how long it took: from the first of them who came to the last who booked
 * @param holdSeconds how long all answers to "hold" took together
 */
public record Turnout(
    long attempts,
    long refused,
    long contended,
    long bookings,
    double seconds,
    double holdSeconds) {
  /** Of nobody. */
  public static final Turnout NONE = new Turnout(0, 0, 0, 0, 0, 0);

  /** These, and those who came at another time. */
  public Turnout plus(Turnout other) {
    return new Turnout(
        attempts + other.attempts,
        refused + other.refused,
        contended + other.contended,
        bookings + other.bookings,
        seconds + other.seconds,
        holdSeconds + other.holdSeconds);
  }

  /** These without some of them. */
  Turnout minusSeconds(double less) {
    double left = Math.max(0, seconds - less);
    return new Turnout(attempts, refused, contended, bookings, left, holdSeconds);
  }

  /** How many bookings were made in a second. */
  public double rate() {
    return seconds > 0 ? bookings / seconds : 0;
  }

  /** The share of the asked that went to somebody else, or to nobody for the crowd. */
  public double lost() {
    return attempts > 0 ? (double) (refused + contended) / attempts : 0;
  }

  /** How long an answer to "hold" took on average. */
  public double holdMillis() {
    return attempts > 0 ? holdSeconds * 1000 / attempts : 0;
  }
}
