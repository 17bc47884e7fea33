package io.github.boxoffice.benchmarks.compare;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param name what the table calls it
 * @param benchmark the simple name of the benchmark's class
 * @param params what makes it this contender
 * @param goal what it must reach; empty if nothing
 */
record Contender(String name, String benchmark, Map<String, String> params, Goal goal) {
  static Contender ours(String strategy, String store, Goal goal) {
    return new Contender(
        strategy, "HoldAndConfirm", Map.of("strategy", strategy, "store", store), goal);
  }

  static Contender peer(String name) {
    return new Contender("by hand: " + name, "ByHand", Map.of("peer", name), Goal.NONE);
  }

  /**
   * What a contender must reach.
   *
   * @param ratio times the sales of the race's first peer; 0 if it does not matter
   * @param sales sales a second; 0 if it does not matter
   */
  record Goal(double ratio, double sales) {
    static final Goal NONE = new Goal(0, 0);

    static Goal ratio(double least) {
      return new Goal(least, 0);
    }

    static Goal sales(double least) {
      return new Goal(0, least);
    }

    String judge(double itsRatio, double itsSales) {
      if (this.equals(NONE)) {
        return "";
      }
      String wanted = ratio > 0 ? String.format("%.1f x", ratio) : String.format("%,.0f/s", sales);
      boolean reached = itsRatio >= ratio && itsSales >= sales;
      return "at least " + wanted + (reached ? ": yes" : ": NO");
    }
  }
}
