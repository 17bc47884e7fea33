package io.github.boxoffice.simulator;

import static io.github.boxoffice.simulator.UsageException.require;

import io.github.boxoffice.simulator.scenario.Halls;
import io.github.boxoffice.simulator.scenario.Venue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is on sale. */
final class VenueOptions {
  private static final int MOST_SEATS = 1 << 20;
  private static final int SHOWS_A_WEEK = 500 * 10 * 2 * 7;
  private static final int SEATS_IN_A_CINEMA = 2_000;
  private static final int LEAST_A_WEEK = 14;
  private static final int MOST_IN_A_WEEK = 200_000_000;
  private static final int MOST_IN_ALL = 10_000_000;

  @Option(names = "--shows", paramLabel = "N", description = "Shows on sale (1).")
  private @Nullable Integer shows;

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

  /** 500 cities with 10 cinemas each, and 2 shows a day of 2,000 seats, if nothing else is said. */
  Venue week() {
    int all = shows == null ? SHOWS_A_WEEK : shows;
    int each = seats == null ? SEATS_IN_A_CINEMA : seats;
    require(
        all >= LEAST_A_WEEK, "--shows must be at least " + LEAST_A_WEEK + " in a week, was " + all);
    require(
        each >= 1 && each <= MOST_SEATS, "--seats must be 1 to " + MOST_SEATS + ", was " + each);
    require(
        (long) all * each <= MOST_IN_A_WEEK,
        "--shows times seats must be at most " + MOST_IN_A_WEEK + " in a week");
    return Halls.plain(each, all);
  }

  Venue venue() {
    int count = shows == null ? 1 : shows;
    require(count >= 1, "--shows must be at least 1, was " + count);
    require(hall == null || seats == null, "--hall and --seats exclude each other");
    Venue venue = hall == null ? plain(count) : named(hall, count);
    require(
        (long) count * venue.seats().size() <= MOST_IN_ALL,
        "--shows times seats must be at most " + MOST_IN_ALL);
    return venue;
  }

  private Venue plain(int many) {
    int count = seats == null ? 200 : seats;
    require(
        count >= 1 && count <= MOST_SEATS, "--seats must be 1 to " + MOST_SEATS + ", was " + count);
    return Halls.plain(count, many);
  }

  private Venue named(String name, int many) {
    try {
      return Halls.named(name, many);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--hall: " + e.getMessage());
    }
  }
}
