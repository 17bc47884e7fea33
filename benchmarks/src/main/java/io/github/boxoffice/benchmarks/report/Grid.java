package io.github.boxoffice.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that reads well as plain text and is one in Markdown, too. */
final class Grid {
  private static final String NUMBER = "[0-9.,/() ]*";

  private final List<List<String>> lines;

  private Grid(List<List<String>> lines) {
    this.lines = lines;
  }

  /** Lays out rows of as many cells as the heading has; numbers are flush right. */
  static String of(List<String> heading, List<List<String>> rows) {
    Grid body = new Grid(rows);
    List<Column> columns =
        IntStream.range(0, heading.size())
            .mapToObj(
                i -> new Column(Math.max(heading.get(i).length(), body.width(i)), body.isWords(i)))
            .toList();
    return line(columns, heading)
        + columns.stream().map(Column::rule).collect(Collectors.joining("|", "|", "|\n"))
        + rows.stream().map(row -> line(columns, row)).collect(Collectors.joining());
  }

  private record Column(int width, boolean words) {
    String rule() {
      return "-".repeat(width + 1) + (words ? "-" : ":");
    }

    String pad(String cell) {
      String space = " ".repeat(width - cell.length());
      return words ? cell + space : space + cell;
    }
  }

  private int width(int column) {
    return lines.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isWords(int column) {
    return !lines.stream().allMatch(row -> row.get(column).matches(NUMBER));
  }

  private static String line(List<Column> columns, List<String> cells) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i).pad(cells.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
