package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.SeatCount;
import io.github.boxoffice.simulator.scenario.Till;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What users are like, and how their payments go. */
final class HabitOptions {
  private static final Duration LEAST_TTL = Duration.ofMillis(500);
  private static final Duration TTL_PER_USER = Duration.ofMillis(1);
  private static final Duration TTL_PER_USER_IN_MEMORY = Duration.ofNanos(100_000);
  private static final Duration PAYMENT_LATENCY = Duration.ofMillis(2);
  private static final Duration LONGEST = Duration.ofHours(1);

  @Option(
      names = "--seats-per-booking",
      paramLabel = "A..B",
      converter = Convert.Seats.class,
      description = "How many seats users want (1..4).")
  private SeatCount seats = new SeatCount(1, 4);

  @Option(
      names = "--payment-failure-rate",
      paramLabel = "P",
      description = "Share of payments declined, 0 to 1 (0.01).")
  private double failureRate = 0.01;

  @Option(
      names = "--payment-unknown-rate",
      paramLabel = "P",
      description = {
        "Share of payments that get no answer, 0 to 1: half of them were captured (0.01).",
        "Recovery finds out."
      })
  private double unknownRate = 0.01;

  @Option(
      names = "--payment-latency",
      paramLabel = "D",
      converter = Convert.Time.class,
      description = "Mean time of a payment (2ms).")
  private @Nullable Duration paymentLatency;

  @Option(
      names = "--think-time",
      paramLabel = "D",
      converter = Convert.Time.class,
      description = "Mean time that users think before each step (5ms).")
  private Duration thinkTime = Duration.ofMillis(5);

  @Option(
      names = "--abandon-rate",
      paramLabel = "P",
      description =
          "Share of holds that are not paid for: half released, half left to lapse (0.05).")
  private double abandonRate = 0.05;

  @Option(
      names = "--cancel-rate",
      paramLabel = "P",
      description = "Share of bookings cancelled soon after (0.02).")
  private double cancelRate = 0.02;

  @Option(
      names = "--hold-ttl",
      paramLabel = "D",
      converter = Convert.Time.class,
      description = {
        "How long a hold lasts (500ms; for crowds 1ms a user, or 100us with --store memory, so that",
        "whoever has queued has the time to pay)."
      })
  private @Nullable Duration holdTtl;

  Habits habits(int users, Place.Store store) {
    share("--abandon-rate", abandonRate);
    share("--cancel-rate", cancelRate);
    atMost("--think-time", thinkTime);
    Duration ttl = holdTtl == null ? ttl(users, store) : holdTtl;
    require(ttl.toMillis() >= 1, "--hold-ttl must be at least 1ms");
    atMost("--hold-ttl", ttl);
    return new Habits(seats, abandonRate, cancelRate, thinkTime, ttl);
  }

  /** Users of compressed time: nobody thinks. */
  Habits unhurried(int users, Place.Store store) {
    Habits usual = habits(users, store);
    return new Habits(
        usual.seats(), usual.abandonRate(), usual.cancelRate(), Duration.ZERO, usual.holdTtl());
  }

  /** Payments of compressed time: at once, unless something else was said. */
  Till promptTill() {
    Till usual = till();
    Duration latency = paymentLatency == null ? Duration.ZERO : usual.latency();
    return new Till(usual.failureRate(), usual.unknownRate(), latency);
  }

  private static Duration ttl(int users, Place.Store store) {
    Duration each = store == Place.Store.MEMORY ? TTL_PER_USER_IN_MEMORY : TTL_PER_USER;
    Duration crowded = each.multipliedBy(users);
    return crowded.compareTo(LEAST_TTL) > 0 ? crowded : LEAST_TTL;
  }

  Till till() {
    share("--payment-failure-rate", failureRate);
    share("--payment-unknown-rate", unknownRate);
    Duration latency = paymentLatency == null ? PAYMENT_LATENCY : paymentLatency;
    atMost("--payment-latency", latency);
    return new Till(failureRate, unknownRate, latency);
  }

  private static void share(String option, double value) {
    require(value >= 0 && value <= 1, option + " must be 0 to 1, was " + value);
  }

  private static void atMost(String option, Duration value) {
    require(value.compareTo(LONGEST) <= 0, option + " must be at most 1h");
  }
}
