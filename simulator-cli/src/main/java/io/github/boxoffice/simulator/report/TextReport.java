package io.github.boxoffice.simulator.report;

import java.util.ArrayList;
import java.util.List;

/** What people read in a terminal: the verdict first. */
public final class TextReport {
  private final Campaign campaign;
  private final int columns;

  /**
   * A report for a terminal that is this wide.
   *
   * @param columns how wide; tables that do not fit are folded
   */
  public TextReport(Campaign campaign, int columns) {
    this.campaign = campaign;
    this.columns = columns;
  }

  /** Its lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(VerdictText.of(campaign));
    List<Row> rows = Row.of(campaign);
    if (!rows.isEmpty()) {
      lines.add("");
      lines.addAll(table(rows));
    }
    for (RunResult run : campaign.runs()) {
      run.week().ifPresent(week -> lines.add(""));
      lines.addAll(WeekText.of(run));
    }
    lines.add("");
    lines.addAll(Footer.of(campaign));
    return lines;
  }

  private List<String> table(List<Row> rows) {
    List<Grid.Column> counts = Grid.columns(rows);
    List<Grid.Column> all = new ArrayList<>(counts);
    all.addAll(Grid.times());
    List<String> wide = new TextTable(all, rows).lines();
    if (wide.stream().allMatch(line -> line.length() <= columns)) {
      return wide;
    }
    List<Grid.Column> times = new ArrayList<>(counts.subList(0, 1));
    times.addAll(Grid.times());
    List<String> folded = new ArrayList<>(new TextTable(counts, rows).lines());
    folded.add("");
    folded.addAll(new TextTable(times, rows).lines());
    return folded;
  }
}
