package io.github.boxoffice.simulator.run;

import java.util.List;

/**
 * What was measured in a run, beside what the history says.
 *
 * @param elapsedSeconds from the first user to the last
 * @param sellingSeconds the same without the time in which every user waited for held seats to come
 *     back
 * @param retries how often the store or its leases said "again" to the strategy
 * @param missedVisits visits that were due and never began (open model)
 * @param times how long the steps took
 * @param died processes that ended before their users had, and how; what they measured is lost
 */
public record Figures(
    double elapsedSeconds,
    double sellingSeconds,
    long retries,
    long missedVisits,
    Times times,
    List<String> died) {
  /** Keeps its own copy of the list. */
  public Figures {
    died = List.copyOf(died);
  }

  /** How long the steps took. */
  public Latencies latencies() {
    return times.latencies();
  }

  /** What was measured in two processes that sold side by side. */
  public Figures beside(Figures other) {
    return new Figures(
        Math.max(elapsedSeconds, other.elapsedSeconds),
        Math.max(sellingSeconds, other.sellingSeconds),
        retries + other.retries,
        missedVisits + other.missedVisits,
        times.plus(other.times),
        died);
  }

  /** What was measured here and then there. */
  public Figures after(Figures earlier) {
    return new Figures(
        elapsedSeconds + earlier.elapsedSeconds,
        sellingSeconds + earlier.sellingSeconds,
        retries + earlier.retries,
        missedVisits + earlier.missedVisits,
        times.plus(earlier.times),
        died);
  }

  /** The same, and these processes died. */
  public Figures without(List<String> gone) {
    return new Figures(elapsedSeconds, sellingSeconds, retries, missedVisits, times, gone);
  }
}
