package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.Threads;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What to compare, for how long, and where to write it down. */
final class Settings {
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("--rounds", "3");
    DEFAULTS.put("--seconds", "2");
    DEFAULTS.put("--warm-up", "20");
    DEFAULTS.put("--shows", "100");
    DEFAULTS.put("--also-shows", "");
    DEFAULTS.put("--threads", "platform");
    DEFAULTS.put("--only", "");
    DEFAULTS.put("--among", "");
    DEFAULTS.put("--write", "");
  }

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  static Settings parse(List<String> args) {
    Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    for (int i = 0; i < args.size(); i += 2) {
      String option = args.get(i);
      if (!DEFAULTS.containsKey(option)) {
        throw new IllegalArgumentException("unknown option '" + option + "'; " + usage());
      } else if (i + 1 == args.size()) {
        throw new IllegalArgumentException(option + " must be followed by a value; " + usage());
      }
      values.put(option, args.get(i + 1));
    }
    return new Settings(values);
  }

  private static String usage() {
    return DEFAULTS.entrySet().stream()
        .map(option -> (option.getKey() + " " + option.getValue()).strip())
        .collect(Collectors.joining(" ", "options and their defaults: ", ""));
  }

  /** How many turns each contender has in a race. */
  int rounds() {
    return number("--rounds");
  }

  /** How long a turn is. */
  int seconds() {
    return number("--seconds");
  }

  /**
   * How many seconds each contender warms up for in the first race on a store: until the JIT has
   * compiled what is hot. Ours was at half its speed after ten.
   */
  int warmUp() {
    return number("--warm-up");
  }

  /** How many shows are on sale. */
  int shows() {
    return number("--shows");
  }

  /** How many this contender has on sale. */
  int showsOf(Contender contender) {
    return contender.shows() == 0 ? shows() : contender.shows();
  }

  /** With how many shows each of ours takes part a second time; 0 if it does not. */
  int alsoShows() {
    return value("--also-shows").isEmpty() ? 0 : number("--also-shows");
  }

  /**
   * What the users of a server are.
   *
   * @throws IllegalArgumentException if there is no such kind, or not in this JVM
   */
  Threads threads() {
    String kind = value("--threads");
    return switch (kind) {
      case "platform" -> Threads.PLATFORM;
      case "virtual" -> virtual();
      default ->
          throw new IllegalArgumentException(
              "--threads must be platform or virtual, was '" + kind + "'");
    };
  }

  private static Threads virtual() {
    if (Threads.hasVirtual()) {
      return Threads.VIRTUAL;
    }
    throw new IllegalArgumentException(
        "--threads virtual needs Java %d or later, this is %s"
            .formatted(Threads.VIRTUAL_SINCE, Runtime.version()));
  }

  /** What a race must be described by, all of it: a store, a crowd, users, k. */
  List<String> only() {
    return list("--only");
  }

  /** The contenders by name; all if empty. */
  List<String> among() {
    return list("--among");
  }

  /** The page to write; empty if none. */
  String write() {
    return value("--write");
  }

  private int number(String option) {
    try {
      int number = Integer.parseInt(value(option));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        option + " must be a whole number above 0, was '" + value(option) + "'");
  }

  private List<String> list(String option) {
    return Arrays.stream(value(option).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String value(String option) {
    return Objects.requireNonNull(values.get(option));
  }
}
