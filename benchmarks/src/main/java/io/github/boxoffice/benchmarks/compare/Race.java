package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.compare.Contender.Goal;
import io.github.boxoffice.benchmarks.till.Database;
import java.util.List;

/**
 * Who runs against whom.
 *
 * @param title what the table is called
 * @param threads how many threads each has
 * @param crowd as the benchmarks' parameter, or {@link #RUSH}
 * @param contenders in the order of the table; the first is what the ratios are to
 */
record Race(String title, int threads, String crowd, List<Contender> contenders) {
  /** Everybody wants the same small show, which is sold out, and then the next. */
  static final String RUSH = "rush";

  private static final String POSTGRES = "postgres";
  private static final String MARIADB = "mariadb";
  private static final String FOR_UPDATE = "postgres-for-update";
  private static final String BATCHED = "batched";

  /** All that a comparison can run, by what {@code --only} calls it. */
  static List<Race> all() {
    return List.of(
        memory(2),
        h2(1, "spread"),
        h2(64, "spread"),
        h2(64, "hot"),
        postgres("spread"),
        postgres("hot"),
        alone(),
        many("spread", 12),
        many(RUSH, 5),
        mariaDb());
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
            Contender.ours(BATCHED, "memory", Goal.NONE),
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
            Contender.ours(
                BATCHED, "h2", spread && threads > 1 ? Goal.ratio(1.5, "point-update") : Goal.NONE),
            Contender.ours("serializable", "h2", Goal.NONE),
            Contender.ours("lease", "h2", Goal.NONE)));
  }

  private static Race postgres(String crowd) {
    boolean spread = crowd.equals("spread");
    Goal optimistic = Goal.ratio(1.3, FOR_UPDATE).and(1.0, "postgres-update");
    Goal pessimistic = Goal.ratio(1.0, FOR_UPDATE);
    Goal serializable = Goal.ratio(1.0, "postgres-serializable");
    Goal lease = Goal.ratio(3.0, "postgres-redisson");
    Goal batched = Goal.ratio(5.0, FOR_UPDATE);
    return new Race(
        POSTGRES,
        64,
        crowd,
        List.of(
            Contender.peer(FOR_UPDATE),
            Contender.ours(BATCHED, POSTGRES, spread ? batched : Goal.NONE),
            Contender.ours("pessimistic", POSTGRES, spread ? pessimistic : Goal.NONE),
            Contender.peer("postgres-update"),
            Contender.ours("optimistic", POSTGRES, spread ? optimistic : Goal.NONE),
            Contender.peer("postgres-serializable"),
            Contender.ours("serializable", POSTGRES, spread ? serializable : Goal.NONE),
            Contender.peer("postgres-redisson"),
            Contender.ours("lease-redis", POSTGRES, spread ? lease : Goal.NONE),
            Contender.ours("lease", POSTGRES, Goal.NONE),
            Contender.peer("hibernate-version"),
            Contender.peer("hibernate-lock")));
  }

  /** One user alone, for whom nobody else's request is there to share a commit with. */
  private static Race alone() {
    return new Race(
        POSTGRES,
        1,
        "spread",
        List.of(
            Contender.peer(FOR_UPDATE),
            Contender.ours("optimistic", POSTGRES, Goal.NONE),
            Contender.ours(BATCHED, POSTGRES, Goal.NONE)));
  }

  /** So many that most of them wait at any time. */
  private static Race many(String crowd, double goal) {
    return new Race(
        POSTGRES,
        512,
        crowd,
        List.of(
            Contender.peer(FOR_UPDATE),
            Contender.peer("postgres-update"),
            Contender.ours("optimistic", POSTGRES, Goal.NONE),
            Contender.ours(BATCHED, POSTGRES, Goal.ratio(goal, FOR_UPDATE))));
  }

  private static Race mariaDb() {
    return new Race(
        MARIADB,
        64,
        "spread",
        List.of(
            Contender.peer("mariadb-for-update"),
            Contender.ours("pessimistic", MARIADB, Goal.NONE),
            Contender.peer("mariadb-update"),
            Contender.ours("optimistic", MARIADB, Goal.NONE),
            Contender.ours(BATCHED, MARIADB, Goal.ratio(4, "mariadb-for-update"))));
  }

  /** Whether all run in one JVM, against one server, and take turns. */
  boolean inTurns() {
    return title.equals(POSTGRES) || title.equals(MARIADB);
  }

  /** Whether what it needs is there. */
  boolean isPossible() {
    return !title.equals(MARIADB) || Database.hasMariaDb();
  }

  /** Why it is not possible. */
  String why() {
    return describe() + ": left out, because no server is named by " + Database.MARIADB + "\n";
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
