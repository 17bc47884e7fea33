package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.run.Lineup;
import io.github.boxoffice.simulator.scenario.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which strategies, and where. */
final class PlaceOptions {
  @Option(
      names = "--strategy",
      paramLabel = "A,B",
      split = ",",
      description = {
        "Strategies, or all: every correct one (all). The control 'none' checks and then writes,",
        "without lock or guard: it must be caught. Your own are found on the class path by name."
      })
  private List<String> strategies = List.of("all");

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = {
        "memory, h2 (in memory), h2:PATH (in a file that survives a kill), postgres or mariadb (a",
        "server that is started for it), or a jdbc: URL, in whose database tables are created where",
        "there are none yet, and shows are left behind (h2)."
      })
  private String store = "h2";

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Connections of each process to the database (16).")
  private int connections = 16;

  @Option(
      names = "--lease",
      paramLabel = "LEASE",
      description = {
        "Where leases live: memory, jdbc (beside the seats), redis (a server that is started for it),",
        "or redis://HOST:PORT (memory)."
      })
  private String lease = "memory";

  @Option(names = "--faults", paramLabel = "A,B", description = "Faults to inject: none (none).")
  private String faults = "none";

  List<String> strategies() {
    Set<String> chosen = new LinkedHashSet<>();
    for (String name : strategies) {
      chosen.addAll(name.strip().equals("all") ? Lineup.all() : List.of(known(name.strip())));
    }
    return List.copyOf(chosen);
  }

  private static String known(String name) {
    try {
      Lineup.named(name).close();
      return name;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--strategy: " + e.getMessage());
    }
  }

  Place place() {
    require(faults.equals("none"), "--faults: only none is available in this version");
    require(connections >= 1, "--connections must be at least 1, was " + connections);
    Place place = new StoreOption(store).place(new LeaseOption(lease), connections);
    require(
        place.lease() != Place.Lease.JDBC || place.store() != Place.Store.MEMORY,
        "--lease jdbc needs a database: --store memory has none");
    return place;
  }
}
