package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Halls;
import io.github.boxoffice.simulator.scenario.Venue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is on sale. */
final class VenueOptions {
  private static final int MOST_SEATS = 1 << 20;
  private static final int MOST_IN_ALL = 10_000_000;

  @Option(names = "--shows", paramLabel = "N", description = "Shows on sale (1).")
  private int shows = 1;

  @Option(names = "--seats", paramLabel = "N", description = "Seats of each show (200).")
  private @Nullable Integer seats;

  @Option(
      names = "--hall",
      paramLabel = "FILE",
      description = {
        "A seat map: a JSON file, see docs/halls.md, or one that comes along: grand (2,000 seats),",
        "screen (120, with wheelchair places) or cellar (33, irregular)."
      })
  private @Nullable String hall;

  Venue venue() {
    require(shows >= 1, "--shows must be at least 1, was " + shows);
    require(hall == null || seats == null, "--hall and --seats exclude each other");
    Venue venue = hall == null ? plain() : named(hall);
    require(
        (long) shows * venue.seats().size() <= MOST_IN_ALL,
        "--shows times seats must be at most " + MOST_IN_ALL);
    return venue;
  }

  private Venue plain() {
    int count = seats == null ? 200 : seats;
    require(
        count >= 1 && count <= MOST_SEATS, "--seats must be 1 to " + MOST_SEATS + ", was " + count);
    return Halls.plain(count, shows);
  }

  private Venue named(String name) {
    try {
      return Halls.named(name, shows);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--hall: " + e.getMessage());
    }
  }
}
