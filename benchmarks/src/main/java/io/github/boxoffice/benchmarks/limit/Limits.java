package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.report.Bound;
import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures the limits of the stores that are compared. */
public final class Limits {
  private static final String ONE_EACH =
      "one commit each; a sale by itself needs two, and only those who share a commit get past it";

  /** Users, and how many of their sales wait for one of two writers while both are at work. */
  private static final Map<Integer, Integer> CROWDS = new TreeMap<>(Map.of(64, 12, 512, 100));

  private Limits() {}

  /**
   * Measures.
   *
   * @param stores what they are called
   * @param users what the users of a server are
   * @param seconds for how long, each
   */
  public static List<Bound> measure(Collection<String> stores, Threads users, int seconds) {
    List<Bound> bounds = new ArrayList<>();
    if (stores.contains("memory")) {
      bounds.add(
          new Bound(
              "compare-and-set of a seat in an array, 2 threads",
              Swaps.perSecond(2, seconds),
              "sales in memory: two of them a seat, and nothing kept of who bought what"));
    }
    if (stores.contains("h2")) {
      try (Database h2 = Database.h2()) {
        bounds.add(
            new Bound(
                "H2: one UPDATE by key and commit, 1 session",
                Updates.perSecond(h2, 1, seconds),
                "sales of k seats on H2: each seat is updated by key twice, in two transactions"));
      }
    }
    if (stores.contains("postgres") || stores.contains("mariadb")) {
      bounds.add(
          new Bound(
              "8 KiB written to a file and forced to the disk, 1 thread",
              ForcedWrites.perSecond(seconds),
              "durable commits one after the other, of any database on this disk"));
      CROWDS
          .keySet()
          .forEach(
              crowd ->
                  bounds.add(
                      new Bound(
                          "%d users who queue for two writers, twice a sale".formatted(crowd),
                          HandOvers.perSecond(users, crowd, seconds),
                          "sales of so many users in transactions that they share: nothing but to send"
                              + " them to sleep and to wake them, nothing sold")));
    }
    if (stores.contains("postgres")) {
      server("PostgreSQL", Database.postgres(), BulkSql.POSTGRES, seconds, bounds);
    }
    if (stores.contains("mariadb")) {
      server("MariaDB", Database.mariaDb(), BulkSql.MARIADB, seconds, bounds);
    }
    return bounds;
  }

  private static void server(
      String name, Database opened, BulkSql sql, int seconds, List<Bound> bounds) {
    try (opened) {
      bounds.add(
          new Bound(
              name + ": one UPDATE by key and durable commit, 1 session",
              Updates.perSecond(opened, 1, seconds),
              "sales of one user: " + ONE_EACH));
      bounds.add(
          new Bound(
              name + ": the same, " + Database.POOL + " sessions",
              Updates.perSecond(opened, Database.POOL, seconds),
              "sales of many users: " + ONE_EACH));
      CROWDS.forEach(
          (crowd, waiting) ->
              bounds.add(
                  new Bound(
                      "%s: the rows of sales of 2 seats, %d a transaction, 2 sessions"
                          .formatted(name, waiting),
                      BulkSales.perSecond(opened, sql, waiting, seconds),
                      "sales of 2 seats in batches of this size, about what %d users make:"
                              .formatted(crowd)
                          + " nothing but their rows, nobody served")));
    }
  }
}
