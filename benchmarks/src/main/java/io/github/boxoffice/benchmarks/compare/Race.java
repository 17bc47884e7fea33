package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.compare.Contender.Goal;
import java.util.List;

/**
 * Who runs against whom.
 *
 * @param title what the table is called
 * @param threads how many threads each has
 * @param crowd as the benchmarks' parameter
 * @param contenders in the order of the table; the first peer is what the others are measured by
 */
record Race(String title, int threads, String crowd, List<Contender> contenders) {
  private static final Goal BESIDE_PEER = Goal.ratio(1.0);

  /** All that a comparison can run, by what {@code --only} calls it. */
  static List<Race> all() {
    return List.of(memory(2), h2(1, "spread"), h2(64, "spread"), h2(64, "hot"));
  }

  private static Race memory(int threads) {
    Goal goal = Goal.sales(500_000);
    return new Race(
        "memory",
        threads,
        "spread",
        List.of(
            Contender.peer("show-lock"),
            Contender.peer("put-if-absent"),
            Contender.ours("optimistic", "memory", goal),
            Contender.ours("pessimistic", "memory", goal),
            Contender.ours("serializable", "memory", goal),
            Contender.ours("lease", "memory", Goal.NONE)));
  }

  private static Race h2(int threads, String crowd) {
    boolean spread = crowd.equals("spread");
    return new Race(
        "h2",
        threads,
        crowd,
        List.of(
            Contender.peer("point-update"),
            Contender.peer("point-update-by-long"),
            Contender.peer("for-update"),
            Contender.ours("optimistic", "h2", spread ? BESIDE_PEER : Goal.NONE),
            Contender.ours("pessimistic", "h2", spread ? Goal.ratio(0.8) : Goal.NONE),
            Contender.ours("serializable", "h2", Goal.NONE),
            Contender.ours("lease", "h2", Goal.NONE)));
  }

  String describe() {
    return title + ", " + crowd + ", " + threads + (threads == 1 ? " thread" : " threads");
  }
}
