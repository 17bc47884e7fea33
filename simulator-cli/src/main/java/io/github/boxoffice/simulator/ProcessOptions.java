package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.scenario.Processes;
import java.time.Duration;
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
    return new Processes(count, clockSkew);
  }
}
