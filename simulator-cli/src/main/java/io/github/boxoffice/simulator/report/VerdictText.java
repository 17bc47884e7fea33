package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.verdict.Invariant;
import io.github.boxoffice.simulator.verdict.Verdict;
import io.github.boxoffice.simulator.verdict.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The verdict in a line, and what speaks against it, with an example each. */
public final class VerdictText {
  private VerdictText() {}

  /** Its lines. */
  public static List<String> of(Campaign campaign) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    campaign.runs().forEach(run -> verdicts.put(run.name(), run.verdict()));
    boolean repeated = campaign.plan().repeat() > 1;
    return of(verdicts, repeated ? "runs" : "strategies");
  }

  /**
   * The same for any verdicts.
   *
   * @param verdicts by the name of the run
   * @param kind what each is of, in the plural
   */
  public static List<String> of(Map<String, Verdict> verdicts, String kind) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(verdicts, kind));
    verdicts.forEach((name, verdict) -> lines.addAll(details(name, verdict)));
    return lines;
  }

  private static String headline(Map<String, Verdict> verdicts, String kind) {
    long consistent =
        verdicts.values().stream().filter(v -> v.result() == Verdict.Result.CONSISTENT).count();
    String counts =
        count(verdicts, Invariant.DOUBLE_BOOKING)
            + " double bookings, "
            + count(verdicts, Invariant.PAID_WITHOUT_SEAT)
            + " paid without a seat, "
            + count(verdicts, Invariant.STUCK_SEAT)
            + " seats stuck";
    return "VERDICT  "
        + word(verdicts)
        + ": "
        + consistent
        + " of "
        + verdicts.size()
        + " "
        + kind
        + (word(verdicts).equals("consistent") ? "" : " consistent")
        + ", "
        + counts;
  }

  /** The worst of the verdicts; unknown if there is none. */
  public static Verdict.Result result(Collection<Verdict> verdicts) {
    List<Verdict.Result> results = verdicts.stream().map(Verdict::result).toList();
    if (results.contains(Verdict.Result.INCONSISTENT)) {
      return Verdict.Result.INCONSISTENT;
    }
    boolean known = !results.isEmpty() && !results.contains(Verdict.Result.UNKNOWN);
    return known ? Verdict.Result.CONSISTENT : Verdict.Result.UNKNOWN;
  }

  private static String word(Map<String, Verdict> verdicts) {
    return switch (result(verdicts.values())) {
      case INCONSISTENT -> "INCONSISTENT";
      case CONSISTENT -> "consistent";
      case UNKNOWN -> "unknown";
    };
  }

  private static String count(Map<String, Verdict> verdicts, Invariant invariant) {
    return Numbers.count(
        verdicts.values().stream()
            .flatMap(verdict -> verdict.violations().stream())
            .filter(violation -> violation.invariant() == invariant)
            .mapToLong(Violation::count)
            .sum());
  }

  private static List<String> details(String name, Verdict verdict) {
    List<String> lines = new ArrayList<>();
    for (Violation violation : verdict.violations()) {
      String times = violation.count() == 1 ? "once" : Numbers.count(violation.count()) + " times";
      lines.add("  " + name + ": " + violation.invariant().text() + " " + times + ", for example");
      lines.add("    " + violation.example());
    }
    for (String doubt : new LinkedHashSet<>(verdict.doubts())) {
      lines.add("  " + name + ": not certain: " + doubt);
    }
    return lines;
  }
}
