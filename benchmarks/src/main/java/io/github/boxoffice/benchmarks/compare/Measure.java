package io.github.boxoffice.benchmarks.compare;

/** By which figure of a turn a goal is judged. */
enum Measure {
  /** Sales a second: the more, the better. */
  SALES,
  /** What half of the sales took at most, hold and confirmation together: the less, the better. */
  P50,
  /** The same of all sales but one in a hundred. */
  P99;

  double of(Result turn) {
    return switch (this) {
      case SALES -> turn.sales();
      case P50 -> turn.waits().sold().getValueAtPercentile(50);
      case P99 -> turn.waits().sold().getValueAtPercentile(99);
    };
  }
}
