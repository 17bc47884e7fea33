package io.github.boxoffice.benchmarks.report;

import io.github.boxoffice.benchmarks.report.Section.Cost;
import io.github.boxoffice.benchmarks.report.Section.Figures;
import io.github.boxoffice.benchmarks.report.Section.Row;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of the page, each of which is printed, too, as soon as it is known. */
public final class Tables {
  private Tables() {}

  /** What a race came to. */
  public static String of(Section section) {
    if (section.rows().isEmpty()) {
      return section.note() + "\n";
    }
    return Grid.of(
        List.of(
            "",
            "sold/s",
            "refused/s",
            "sale p50 / p99 ms",
            "refusal p50 / p99 ms",
            "CPU µs/sale",
            "bytes/sale",
            "GCs (ms)",
            "to its peer",
            "goals"),
        section.rows().stream().map(Tables::cells).toList());
  }

  private static List<String> cells(Row row) {
    Figures figures = row.figures();
    Cost cost = figures.cost();
    return List.of(
        row.label(),
        whole(figures.sold()),
        whole(figures.refused()),
        figures.sale().toString(),
        figures.refusal().toString(),
        String.format(Locale.ROOT, cost.micros() < 10 ? "%.2f" : "%,.0f", cost.micros()),
        whole(cost.bytes()),
        cost.collections() + " (" + cost.collectionMillis() + ")",
        row.ratio(),
        row.verdicts().stream().map(Verdict::toString).collect(Collectors.joining("; ")));
  }

  /** What bounds all of it. */
  public static String of(List<Bound> bounds) {
    return Grid.of(
        List.of("limit", "per second", "what it bounds"),
        bounds.stream()
            .map(bound -> List.of(bound.name(), whole(bound.perSecond()), bound.meaning()))
            .toList());
  }

  /** What ours had to reach, over all races. */
  public static String goals(List<Section> sections) {
    List<List<String>> rows = new ArrayList<>();
    for (Section section : sections) {
      for (Row row : section.rows()) {
        for (Verdict verdict : row.verdicts()) {
          rows.add(
              List.of(
                  section.title(),
                  row.label(),
                  verdict.goal(),
                  verdict.was(),
                  verdict.reached() ? "yes" : "**no**"));
        }
      }
    }
    return Grid.of(List.of("race", "ours", "goal", "was", "reached"), rows);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
