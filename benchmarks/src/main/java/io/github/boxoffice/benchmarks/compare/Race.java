package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.compare.Contender.Goal;
import java.util.List;

/**
 * Who runs against whom.
 *
 * @param title what the table is called
 * @param threads how many threads each has
 * @param crowd as the benchmarks' parameter
 * @param contenders in the order of the table; the first is what the ratios are to
 */
record Race(String title, int threads, String crowd, List<Contender> contenders) {

  /** All that a comparison can run, by what {@code --only} calls it. */
  static List<Race> all() {
    return List.of(
        memory(2),
        h2(1, "spread"),
        h2(64, "spread"),
        h2(64, "hot"),
        postgres("spread"),
        postgres("hot"));
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
            Contender.ours(
                "optimistic", "h2", spread ? Goal.ratio(1.0, "point-update") : Goal.NONE),
            Contender.ours(
                "pessimistic", "h2", spread ? Goal.ratio(0.8, "point-update") : Goal.NONE),
            Contender.ours("serializable", "h2", Goal.NONE),
            Contender.ours("lease", "h2", Goal.NONE)));
  }

  private static Race postgres(String crowd) {
    boolean spread = crowd.equals("spread");
    Goal optimistic = Goal.ratio(1.3, "postgres-for-update").and(1.0, "postgres-update");
    Goal pessimistic = Goal.ratio(1.0, "postgres-for-update");
    Goal serializable = Goal.ratio(1.0, "postgres-serializable");
    Goal lease = Goal.ratio(3.0, "postgres-redisson");
    return new Race(
        "postgres",
        64,
        crowd,
        List.of(
            Contender.peer("postgres-for-update"),
            Contender.ours("pessimistic", "postgres", spread ? pessimistic : Goal.NONE),
            Contender.peer("postgres-update"),
            Contender.ours("optimistic", "postgres", spread ? optimistic : Goal.NONE),
            Contender.peer("postgres-serializable"),
            Contender.ours("serializable", "postgres", spread ? serializable : Goal.NONE),
            Contender.peer("postgres-redisson"),
            Contender.ours("lease-redis", "postgres", spread ? lease : Goal.NONE),
            Contender.ours("lease", "postgres", Goal.NONE),
            Contender.peer("hibernate-version"),
            Contender.peer("hibernate-lock")));
  }

  /** Whether all run in one JVM, against one server, and take turns. */
  boolean inTurns() {
    return title.equals("postgres");
  }

  /** Where the contender stands that is the peer of this name. */
  int indexOf(String peer) {
    for (int i = 0; i < contenders.size(); i++) {
      if (contenders.get(i).isPeer(peer)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no peer '" + peer + "' in " + describe());
  }

  /** The same with some of its contenders, whose goals beside those left out are dropped. */
  Race among(List<String> names) {
    List<Contender> some =
        contenders.stream().filter(contender -> contender.isAnyOf(names)).toList();
    return names.isEmpty() ? this : new Race(title, threads, crowd, some);
  }

  boolean has(String peer) {
    return contenders.stream().anyMatch(contender -> contender.isPeer(peer));
  }

  String describe() {
    return title + ", " + crowd + ", " + threads + (threads == 1 ? " thread" : " threads");
  }
}
