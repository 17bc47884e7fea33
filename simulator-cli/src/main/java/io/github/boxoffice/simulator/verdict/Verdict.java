package io.github.boxoffice.simulator.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a history proves.
 *
 * @param violations what was broken, in the order of the invariants
 * @param doubts why the history cannot prove consistency, a sentence each
 * @param counts how much happened
 */
public record Verdict(List<Violation> violations, List<String> doubts, Map<Count, Long> counts) {
  /** Keeps its own copies. */
  public Verdict {
    violations = List.copyOf(violations);
    doubts = List.copyOf(doubts);
    Map<Count, Long> all = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      all.put(count, counts.getOrDefault(count, 0L));
    }
    counts = Collections.unmodifiableMap(all);
  }

  /** The verdict in a word. */
  public enum Result {
    /** Enough happened, all of it is known, and nothing was broken. */
    CONSISTENT,
    /** Something was broken. */
    INCONSISTENT,
    /** Nothing is known to be broken, but too little happened or is known. */
    UNKNOWN
  }

  /** A violation is one whatever else is unknown. */
  public Result result() {
    if (!violations.isEmpty()) {
      return Result.INCONSISTENT;
    }
    return doubts.isEmpty() ? Result.CONSISTENT : Result.UNKNOWN;
  }

  /**
   * One verdict on several histories that have no show in common. Where too little happened in one
   * of them, enough may have happened in another; none at all is no reason to believe anything.
   */
  public static Verdict together(List<Verdict> parts) {
    Map<Invariant, Violation> violations = new EnumMap<>(Invariant.class);
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    Set<String> doubts = new LinkedHashSet<>();
    for (Verdict part : parts) {
      part.violations.forEach(one -> violations.merge(one.invariant(), one, Verdict::sum));
      part.counts.forEach((count, times) -> counts.merge(count, times, Long::sum));
      part.doubts.stream()
          .filter(doubt -> !Enough.isTooLittle(doubt) || isOfAll(doubt, parts))
          .forEach(doubts::add);
    }
    if (parts.isEmpty()) {
      doubts.add("nothing was played");
    }
    return new Verdict(List.copyOf(violations.values()), List.copyOf(doubts), counts);
  }

  private static boolean isOfAll(String doubt, List<Verdict> parts) {
    return parts.stream().allMatch(part -> part.doubts.contains(doubt));
  }

  private static Violation sum(Violation one, Violation other) {
    return new Violation(one.invariant(), one.count() + other.count(), one.example());
  }

  /** How often this was counted. */
  public long count(Count count) {
    return counts.getOrDefault(count, 0L);
  }
}
