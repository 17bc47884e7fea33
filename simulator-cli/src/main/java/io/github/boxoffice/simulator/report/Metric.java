package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Latencies;
import io.github.boxoffice.simulator.run.Latency;
import io.github.boxoffice.simulator.verdict.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something about a run that is a number.
 *
 * @param name what it is called in thresholds
 * @param unit {@code ms}, {@code s}, or empty for a plain number
 * @param of its value
 */
public record Metric(String name, String unit, ToDoubleFunction<RunResult> of) {
  private static final Map<String, Metric> ALL = all();

  /** The metric of this name. */
  public static Optional<Metric> named(String name) {
    return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
  }

  /** All names, in the order they are documented. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  private static Map<String, Metric> all() {
    Map<String, Metric> all = new LinkedHashMap<>();
    add(all, "bookings/s", "", RunResult::bookingsPerSecond);
    times(all, "", Latencies::booking); // p99 alone is that of a whole booking.
    times(all, "hold.", Latencies::hold);
    times(all, "confirm.", Latencies::confirm);
    times(all, "booking.", Latencies::booking);
    count(all, "attempts", Count.ATTEMPTS);
    count(all, "held", Count.HELD);
    count(all, "refused", Count.REFUSED);
    count(all, "contended", Count.CONTENDED);
    add(all, "retries", "", run -> run.figures().retries());
    count(all, "captured", Count.PAYMENTS_CAPTURED);
    count(all, "declined", Count.PAYMENTS_DECLINED);
    count(all, "unknown", Count.PAYMENTS_UNKNOWN);
    count(all, "bookings", Count.BOOKINGS);
    count(all, "seats", Count.SEATS_BOOKED);
    count(all, "refunds", Count.REFUNDS);
    count(all, "expired", Count.EXPIRED);
    count(all, "leaked", Count.LEAKED_SEATS);
    add(all, "elapsed", "s", run -> run.figures().elapsedSeconds());
    return all;
  }

  private static void times(
      Map<String, Metric> all, String prefix, Function<Latencies, Latency> step) {
    time(all, prefix + "p50", step.andThen(Latency::p50));
    time(all, prefix + "p90", step.andThen(Latency::p90));
    time(all, prefix + "p95", step.andThen(Latency::p95));
    time(all, prefix + "p99", step.andThen(Latency::p99));
    time(all, prefix + "p999", step.andThen(Latency::p999));
    time(all, prefix + "max", step.andThen(Latency::max));
  }

  private static void time(Map<String, Metric> all, String name, Function<Latencies, Double> of) {
    add(all, name, "ms", run -> of.apply(run.figures().latencies()));
  }

  private static void count(Map<String, Metric> all, String name, Count count) {
    add(all, name, "", run -> run.count(count));
  }

  private static void add(
      Map<String, Metric> all, String name, String unit, ToDoubleFunction<RunResult> of) {
    all.put(name, new Metric(name, unit, of));
  }
}
