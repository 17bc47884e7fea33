package io.github.boxoffice.benchmarks.compare;

import java.util.List;

/**
 * How long a comparison takes.
 *
 * @param rounds how many JVMs each contender gets
 * @param seconds how long each measures; it warms up for as long before
 * @param shows how many shows are on sale
 * @param only the races whose description begins like this
 */
record Settings(int rounds, int seconds, int shows, String only) {
  private static final String USAGE =
      "usage: Compare [--rounds 5] [--seconds 8] [--shows 500] [--only memory|h2|...]";

  static Settings parse(List<String> args) {
    Settings settings = new Settings(5, 8, 500, "");
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
      case "--rounds" -> new Settings(Integer.parseInt(value), seconds, shows, only);
      case "--seconds" -> new Settings(rounds, Integer.parseInt(value), shows, only);
      case "--shows" -> new Settings(rounds, seconds, Integer.parseInt(value), only);
      case "--only" -> new Settings(rounds, seconds, shows, value);
      default -> throw new IllegalArgumentException(USAGE);
    };
  }
}
