package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.report.Grid.Column;
import java.util.ArrayList;
import java.util.List;

/** Columns of equal width, names to the left, numbers to the right. */
final class TextTable {
  private final List<Column> columns;
  private final List<Row> rows;

  TextTable(List<Column> columns, List<Row> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  List<String> lines() {
    int[] widths = columns.stream().mapToInt(this::width).toArray();
    List<String> lines = new ArrayList<>();
    if (columns.stream().anyMatch(column -> !column.group().isEmpty())) {
      lines.add(groups(widths));
    }
    lines.add(line(columns.stream().map(Column::title).toList(), widths));
    for (Row row : rows) {
      lines.add(line(columns.stream().map(column -> column.cell().apply(row)).toList(), widths));
    }
    return lines;
  }

  private int width(Column column) {
    int widest = rows.stream().mapToInt(row -> column.cell().apply(row).length()).max().orElse(0);
    return Math.max(column.title().length(), widest);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(i == 0 ? cells.get(i) + space : space + cells.get(i));
    }
    return line.toString().stripTrailing();
  }

  /** Each group's name ends above its last column. */
  private String groups(int[] widths) {
    StringBuilder line = new StringBuilder();
    int end = 0;
    for (int i = 0; i < widths.length; i++) {
      end += widths[i] + (i == 0 ? 0 : 2);
      boolean last = i + 1 == widths.length || !columns.get(i + 1).group().equals(group(i));
      if (last && !group(i).isEmpty()) {
        line.append(" ".repeat(Math.max(1, end - line.length() - group(i).length())));
        line.append(group(i));
      }
    }
    return line.toString();
  }

  private String group(int column) {
    return columns.get(column).group();
  }
}
