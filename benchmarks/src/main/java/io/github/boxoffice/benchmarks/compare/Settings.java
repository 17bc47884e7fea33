package io.github.boxoffice.benchmarks.compare;

import java.util.List;

/**
 * How long a comparison takes.
 *
 * @param rounds how many JVMs each contender gets
 * @param seconds how long each measures; in a JVM of its own it warms up for as long before
 * @param warmUp how many seconds those who take turns warm up for
 * @param shows how many shows are on sale
 * @param only the races whose description begins like this
 * @param among the contenders by name; all if empty
 */
record Settings(int rounds, int seconds, int warmUp, int shows, String only, List<String> among) {
  /** Until the JIT has compiled what is hot; ours was at half its speed after ten. */
  private static final int WARM_UP = 20;

  private static final String USAGE =
      "usage: Compare [--rounds 5] [--seconds 8] [--warm-up 20] [--shows 500] [--only memory|h2|...]"
          + " [--among optimistic,point-update,...]";

  static Settings parse(List<String> args) {
    Settings settings = new Settings(5, 8, WARM_UP, 500, "", List.of());
    for (int i = 0; i < args.size(); i += 2) {
      if (i + 1 == args.size()) {
        throw new IllegalArgumentException(USAGE);
      }
      settings = settings.with(args.get(i), args.get(i + 1));
    }
    return settings;
  }

  private Settings with(String option, String value) {
    return switch (option) {
      case "--rounds" -> new Settings(Integer.parseInt(value), seconds, warmUp, shows, only, among);
      case "--seconds" -> new Settings(rounds, Integer.parseInt(value), warmUp, shows, only, among);
      case "--warm-up" ->
          new Settings(rounds, seconds, Integer.parseInt(value), shows, only, among);
      case "--shows" -> new Settings(rounds, seconds, warmUp, Integer.parseInt(value), only, among);
      case "--only" -> new Settings(rounds, seconds, warmUp, shows, value, among);
      case "--among" ->
          new Settings(rounds, seconds, warmUp, shows, only, List.of(value.split(",")));
      default -> throw new IllegalArgumentException(USAGE);
    };
  }
}
