package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.jdbc.Database;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Processes;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How many processes share the store. */
final class ProcessOptions {
  private static final int MOST = 64;

  @Option(
      names = "--processes",
      paramLabel = "P",
      description = "JVMs that share the store, and the users between them (1).")
  private int count = 1;

  @Option(
      names = "--clock-skew",
      paramLabel = "D",
      converter = Convert.Time.class,
      description = "Sets the clock of each process this much ahead of the one before (0s).")
  private Duration clockSkew = Duration.ZERO;

  @Option(
      names = "--node",
      paramLabel = "URL",
      description = {
        "Another node of the cluster that --store jdbc:... is a node of; repeatable. The processes",
        "take turns at the nodes; shows are opened and closed on the first, which is --store."
      })
  private List<String> nodes = List.of();

  Processes processes(Place place, Crowd crowd) {
    require(count >= 1 && count <= MOST, "--processes must be 1 to " + MOST + ", was " + count);
    require(
        count == 1 || !place.store().isHere(),
        "--processes: more than 1 need a database server; --store "
            + place.storeName()
            + " lives in one process");
    require(
        count <= crowd.users(),
        "--processes: " + count + " are more than --users, " + crowd.users());
    require(
        count > 1 || clockSkew.isZero(), "--clock-skew needs more than one process: --processes");
    nodes.forEach(node -> requireNodeOf(place, node));
    require(
        count > nodes.size(),
        "--node: with that of --store these are "
            + (nodes.size() + 1)
            + " nodes, more than --processes, "
            + count);
    return new Processes(count, clockSkew, nodes);
  }

  private static void requireNodeOf(Place place, String node) {
    require(
        place.store() == Place.Store.JDBC,
        "--node needs a cluster that runs: --store must be a jdbc: URL, was " + place.storeName());
    require(
        place.url().flatMap(Database::of).equals(Database.of(node)),
        "--node: " + StoreOption.beginning(node) + " is of another database than --store");
  }
}
