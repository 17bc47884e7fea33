package io.github.boxoffice.simulator.report;

import java.util.ArrayList;
import java.util.List;

/** The report as it goes into an issue or a document. */
public final class Markdown {
  private Markdown() {}

  /** Its lines. */
  public static List<String> lines(Campaign campaign) {
    List<Row> rows = Row.of(campaign);
    List<Grid.Column> columns = new ArrayList<>(Grid.columns(rows));
    columns.addAll(Grid.times());
    List<String> verdict = VerdictText.of(campaign);
    List<String> lines = new ArrayList<>();
    lines.add("**" + verdict.get(0) + "**");
    lines.add("");
    verdict.stream().skip(1).forEach(line -> lines.add("- " + line.strip()));
    lines.add(line(columns.stream().map(Markdown::title).toList()));
    lines.add("|---" + "|--:".repeat(columns.size() - 1) + "|");
    for (Row row : rows) {
      lines.add(line(columns.stream().map(column -> column.cell().apply(row)).toList()));
    }
    campaign.runs().stream()
        .map(WeekText::of)
        .filter(week -> !week.isEmpty())
        .forEach(week -> lines.addAll(List.of("", "```", String.join("\n", week), "```")));
    lines.add("");
    Footer.of(campaign).forEach(line -> lines.add("- " + line.strip()));
    return lines;
  }

  private static String title(Grid.Column column) {
    return column.group().isEmpty()
        ? column.title()
        : column.group().replace(" ms", "") + " " + column.title() + " ms";
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
