package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Crowd;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many users, and for how long. */
final class LoadOptions {
  private static final int USERS = 100;

  /** Nobody thinks there: more than these would only wait for a processor or a connection. */
  private static final int USERS_OF_A_WEEK = 16;

  private static final int MOST_USERS = 1_000_000;
  private static final long BOOKINGS_A_WEEK = 1_000_000;
  private static final Duration UNTIL_SOLD_OUT = Duration.ofSeconds(30);
  private static final Duration UNTIL_BOOKED = Duration.ofHours(1);

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Users at once, each on a virtual thread where the JVM has them (100).")
  private @Nullable Integer users;

  @Option(
      names = "--duration",
      paramLabel = "D",
      converter = Convert.Time.class,
      description = "At most this long, like 10s or 2m; it ends before when all is sold (30s).")
  private @Nullable Duration duration;

  @Option(
      names = "--bookings",
      paramLabel = "N",
      description = "Until this many bookings were made; alone, it takes the time that takes.")
  private @Nullable Long bookings;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = {
        "Arrivals a second, however long the others take (open model); times then count from the",
        "planned arrival. Without it, each user begins again when done (closed model)."
      })
  private @Nullable Double rate;

  Crowd crowd() {
    return crowd(users == null ? USERS : users);
  }

  private Crowd crowd(int many) {
    require(
        many >= 1 && many <= MOST_USERS, "--users must be 1 to " + MOST_USERS + ", was " + many);
    require(duration == null || !duration.isZero(), "--duration must be more than 0");
    require(bookings == null || bookings >= 1, "--bookings must be at least 1, was " + bookings);
    require(
        rate == null || (rate > 0 && rate <= 1e7),
        "--rate must be more than 0 and at most 10000000, was " + rate);
    return new Crowd(
        many,
        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
        atMost(),
        bookings == null ? OptionalLong.empty() : OptionalLong.of(bookings));
  }

  /** A million bookings, if nothing else is said. */
  Crowd week() {
    Crowd asked = crowd(users == null ? USERS_OF_A_WEEK : users);
    OptionalLong wanted = bookings == null ? OptionalLong.of(BOOKINGS_A_WEEK) : asked.bookings();
    return new Crowd(asked.users(), OptionalDouble.empty(), UNTIL_BOOKED, wanted);
  }

  private Duration atMost() {
    if (duration != null) {
      return duration;
    }
    return bookings == null ? UNTIL_SOLD_OUT : UNTIL_BOOKED;
  }
}
