package io.github.boxoffice.simulator.scenario;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many users there are, how they come, and when it is over. It is over in any case when
 * everything is sold.
 *
 * @param users how many are there at once
 * @param rate how many come in a second, however long the others take (open model); empty for users
 *     who each begin again when they are done (closed model)
 * @param atMost how long it lasts at most
 * @param bookings after how many bookings it is over
 */
public record Crowd(int users, OptionalDouble rate, Duration atMost, OptionalLong bookings) {
  /** One of several equal parts of it, as near as can be. */
  public Crowd part(int number, int of) {
    return new Crowd(
        (int) part(users, number, of),
        rate.isPresent() ? OptionalDouble.of(rate.getAsDouble() / of) : rate,
        atMost,
        bookings.isPresent() ? OptionalLong.of(part(bookings.getAsLong(), number, of)) : bookings);
  }

  private static long part(long all, int number, int of) {
    return all * (number + 1) / of - all * number / of;
  }

  /** {@code open} or {@code closed}. */
  public String loadModel() {
    return rate.isPresent() ? "open" : "closed";
  }
}
