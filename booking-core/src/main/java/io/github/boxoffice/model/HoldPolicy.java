package io.github.boxoffice.model;

import java.time.Duration;

/**
 * How long seats of a show may be held, and how many at once.
 *
 * @param ttl how long a hold lasts
 * @param longest the most that one user's claim may last, counted from its first hold, however
 *     often it is extended or replaced: a click can not keep seats from others for ever
 * @param maxSeats the most seats in one hold
 */
public record HoldPolicy(Duration ttl, Duration longest, int maxSeats) {
  /** 7 minutes, at most 15 with all extensions, at most 10 seats. */
  public static final HoldPolicy STANDARD =
      new HoldPolicy(Duration.ofMinutes(7), Duration.ofMinutes(15), 10);

  /** Refuses times below a millisecond, an end before the first hold's, and no seats. */
  public HoldPolicy {
    Check.that(ttl.toMillis() >= 1, "ttl must be at least 1 ms, was %s", ttl);
    Check.that(
        longest.compareTo(ttl) >= 0, "longest (%s) must not be less than ttl (%s)", longest, ttl);
    Check.that(maxSeats >= 1, "maxSeats must be at least 1, was %s", maxSeats);
  }

  /** The same with another hold time; {@code longest} grows with it where it must. */
  public HoldPolicy withTtl(Duration newTtl) {
    return new HoldPolicy(newTtl, newTtl.compareTo(longest) > 0 ? newTtl : longest, maxSeats);
  }
}
