package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the checks find. */
final class Findings {
  private final Map<Invariant, Found> violations = new EnumMap<>(Invariant.class);
  private final Map<String, Found> doubts = new LinkedHashMap<>();
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);

  private record Found(long count, String example) {
    static Found add(Found known, Found one) {
      return new Found(known.count + one.count, known.example);
    }
  }

  /** This was broken; {@code example} is a format for its arguments, and the first one is kept. */
  @SuppressWarnings("AnnotateFormatMethod") // The annotation would be a dependency of its own.
  void violated(Invariant invariant, String example, Object... arguments) {
    Found known = violations.get(invariant);
    String text = known == null ? String.format(example, arguments) : "";
    violations.merge(invariant, new Found(1, text), Found::add);
  }

  /**
   * This keeps the verdict from being consistent.
   *
   * @param kind what all doubts of a kind share, a sentence
   * @param example this one
   */
  void doubt(String kind, String example) {
    doubts.merge(kind, new Found(1, example), Found::add);
  }

  void count(Count count) {
    add(count, 1);
  }

  void add(Count count, long howMany) {
    counts.merge(count, howMany, Long::sum);
  }

  Verdict verdict() {
    List<Violation> broken = new ArrayList<>();
    violations.forEach(
        (invariant, found) -> broken.add(new Violation(invariant, found.count, found.example)));
    List<String> reasons = new ArrayList<>();
    doubts.forEach((kind, found) -> reasons.add(reason(kind, found)));
    return new Verdict(broken, reasons, counts);
  }

  private static String reason(String kind, Found found) {
    if (found.example.isEmpty()) {
      return kind;
    }
    return kind + ": " + (found.count == 1 ? "" : found.count + " times, first ") + found.example;
  }
}
