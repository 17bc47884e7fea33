package io.github.boxoffice.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * What one race came to.
 *
 * @param store on which store it was run
 * @param rounds how many turns each contender had
 * @param rows a contender each; empty if the race could not be run
 * @param note what else there is to say of it, or nothing
 */
public record Section(String store, Load load, int rounds, List<Row> rows, String note) {
  /**
   * A contender.
   *
   * @param label what it is called
   * @param ours whether it is Boxoffice
   * @param ratio to its peer; empty if it has none here
   */
  public record Row(
      String label, boolean ours, Figures figures, String ratio, List<Verdict> verdicts) {
    boolean hasGoals() {
      return !verdicts.isEmpty();
    }
  }

  /**
   * What was measured.
   *
   * @param sold sales a second
   * @param refused refusals a second
   * @param sale how long a sale took, both of its transactions
   * @param refusal how long a refusal took
   */
  public record Figures(double sold, double refused, Wait sale, Wait refusal, Cost cost) {}

  /**
   * Milliseconds.
   *
   * @param p50 half took no longer
   * @param p99 nor did all but one in a hundred
   */
  public record Wait(double p50, double p99) {
    @Override
    public String toString() {
      return p99 == 0 ? "" : number(p50) + " / " + number(p99);
    }

    private static String number(double millis) {
      return String.format(
          Locale.ROOT, millis < 0.1 ? "%.4f" : millis < 10 ? "%.1f" : "%,.0f", millis);
    }
  }

  /**
   * What the JVM that buys spent: on a sale, refusals included, and on all turns together.
   *
   * @param micros of processor time a sale
   * @param bytes allocated a sale
   * @param collections of garbage
   * @param collectionMillis how long these took
   */
  public record Cost(double micros, double bytes, long collections, long collectionMillis) {}

  /**
   * Whether a goal was reached.
   *
   * @param goal in words
   */
  public record Verdict(String goal, boolean reached, String was) {
    @Override
    public String toString() {
      return goal + ": " + (reached ? "yes" : "**no**") + ", " + was;
    }
  }

  /** What the table is called. */
  public String title() {
    return store + ", " + load;
  }
}
