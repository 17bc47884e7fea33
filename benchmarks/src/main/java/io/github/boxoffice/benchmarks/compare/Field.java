package io.github.boxoffice.benchmarks.compare;

import static io.github.boxoffice.benchmarks.compare.Contender.peer;
import static io.github.boxoffice.benchmarks.report.Load.RUSH;
import static io.github.boxoffice.benchmarks.report.Load.SPREAD;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.Database;
import java.util.List;
import java.util.Locale;

/** Who takes part on a store, whose rival is who, and what ours must reach. */
enum Field {
  MEMORY {
    @Override
    List<Contender> contenders() {
      Load goal = new Load(SPREAD, 2, 2);
      return List.of(
          peer("show-lock"),
          peer("put-if-absent"),
          ours("optimistic", "show-lock").must(500_000, "", goal).must(2_000_000, "", goal),
          ours("pessimistic", "show-lock").must(500_000, "", goal),
          ours("serializable", "show-lock").must(500_000, "", goal),
          ours("batched", "show-lock").within(1.1, Measure.P50, "optimistic", ALONE),
          ours("lease", "show-lock"));
    }
  },
  H2 {
    @Override
    List<Contender> contenders() {
      String rival = "point-update";
      return List.of(
          peer(rival),
          peer("point-update-by-long"),
          peer("for-update"),
          ours("optimistic", rival)
              .must(1.0, rival, ALONE)
              .must(1.0, rival, MANY)
              .best(1.5, rival, MANY),
          ours("pessimistic", rival).must(0.8, rival, ALONE).must(0.8, rival, MANY),
          ours("batched", rival).within(1.1, Measure.P50, "optimistic", ALONE),
          ours("serializable", rival),
          ours("lease", rival));
    }
  },
  POSTGRES {
    @Override
    List<Contender> contenders() {
      String lock = "postgres-for-update";
      String update = "postgres-update";
      String retry = "postgres-serializable";
      String redisson = "postgres-redisson";
      return List.of(
          peer(lock),
          ours("batched", lock)
              .must(5, lock, MANY)
              .must(12, lock, CROWD)
              .within(0.1, Measure.P99, lock, CROWD)
              .within(1.1, Measure.P50, "optimistic", ALONE)
              .must(5, lock, new Load(RUSH, 512, 2)),
          ours("pessimistic", lock).must(1.0, lock, MANY).must(1.1, lock, MANY),
          peer(update),
          ours("optimistic", update)
              .must(1.3, lock, MANY)
              .must(1.0, update, MANY)
              .must(1.1, update, MANY),
          peer(retry),
          ours("serializable", retry).must(1.0, retry, MANY).must(1.1, retry, MANY),
          peer(redisson),
          ours("lease-redis", redisson).must(3.0, redisson, MANY).must(5.0, redisson, MANY),
          ours("lease", lock),
          peer("hibernate-version"),
          peer("hibernate-lock"));
    }
  },
  MARIADB {
    @Override
    List<Contender> contenders() {
      String lock = "mariadb-for-update";
      String update = "mariadb-update";
      return List.of(
          peer(lock),
          ours("pessimistic", lock),
          peer(update),
          ours("optimistic", update),
          ours("batched", lock).must(4, lock, MANY).within(1.1, Measure.P50, "optimistic", ALONE));
    }
  };

  private static final Load ALONE = new Load(SPREAD, 1, 2);
  private static final Load MANY = new Load(SPREAD, 64, 2);
  private static final Load CROWD = new Load(SPREAD, 512, 2);

  /** Whether the store is there, or can be started. */
  boolean isThere() {
    return this != MARIADB || Database.hasMariaDb();
  }

  /** Whether users wait for another process there. */
  boolean isServer() {
    return this == POSTGRES || this == MARIADB;
  }

  /** Which store exactly. */
  String about() {
    return switch (this) {
      case MEMORY -> "in this JVM's heap";
      case H2 -> about(Database.h2()) + ", in memory, in this JVM: nothing outlives it";
      case POSTGRES -> about(Database.postgres()) + ", on this machine";
      case MARIADB ->
          isThere()
              ? about(Database.mariaDb())
              : "left out, because no server is named by the system property " + Database.MARIADB;
    };
  }

  private static String about(Database opened) {
    try (opened) {
      return opened.about();
    }
  }

  /** In the order of the table: ours below the rival. */
  abstract List<Contender> contenders();

  /** What the store is called. */
  String store() {
    return name().toLowerCase(Locale.ROOT);
  }

  final Contender ours(String strategy, String rival) {
    return Contender.ours(strategy, store(), rival);
  }
}
