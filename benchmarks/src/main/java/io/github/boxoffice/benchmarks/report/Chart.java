package io.github.boxoffice.benchmarks.report;

import io.github.boxoffice.benchmarks.report.Section.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sales a second as bars: a block per store, crowd and k, a column per number of users, a line per
 * contender. Within a block all bars have one scale. Ours are filled and theirs are hatched, so
 * that it needs no colours to tell them apart.
 */
final class Chart {
  private static final int NAMES = 210;
  private static final int COLUMN = 200;
  private static final int BAR = COLUMN - 85;
  private static final int LINE = 17;
  private static final int HEADING = 44;
  private static final int TOP = 46;

  private static final String STYLE =
      """
      <style>text{font:12px sans-serif;fill:#1a1a1a}.h{font-weight:bold;font-size:14px}.u{fill:#555}
      .ours{fill:#1b5e9e}.theirs{fill:url(#hatch);stroke:#8a5a00;stroke-width:1}.mine{font-weight:bold}</style>
      <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="#d99a2b"/></pattern></defs>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private int y = TOP;

  private Chart() {
    text(8, 24, "h", "Sales a second");
    rect("ours", NAMES, 13, 40);
    text(NAMES + 46, 24, "", "Boxoffice");
    rect("theirs", NAMES + 140, 13, 40);
    text(NAMES + 186, 24, "", "by hand");
  }

  /** The chart of those of these races in which pairs are sold; of all, if it is none. */
  static String of(List<Section> sections) {
    Chart chart = new Chart();
    List<Section> all = sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    List<Section> pairs = all.stream().filter(section -> section.load().together() == 2).toList();
    List<Section> run = pairs.isEmpty() ? all : pairs;
    Set<String> blocks = new LinkedHashSet<>();
    run.forEach(section -> blocks.add(block(section)));
    int columns = 2; // or else the legend does not fit
    for (String block : blocks) {
      List<Section> its = run.stream().filter(section -> block(section).equals(block)).toList();
      chart.block(block, its);
      columns = Math.max(columns, its.size());
    }
    return chart.svg(NAMES + columns * COLUMN);
  }

  private static String block(Section section) {
    return section.store() + ", " + section.load().crowd() + ", k=" + section.load().together();
  }

  private void block(String title, List<Section> sections) {
    text(8, y + 14, "h", title);
    double most =
        sections.stream()
            .flatMap(section -> section.rows().stream())
            .mapToDouble(row -> row.figures().sold())
            .max()
            .orElse(1);
    List<String> labels = new ArrayList<>();
    sections.get(0).rows().forEach(row -> labels.add(row.label()));
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      text(NAMES + i * COLUMN, y + 32, "u", section.load().words().get(1));
      for (int line = 0; line < section.rows().size(); line++) {
        Row row = section.rows().get(line);
        int top = y + HEADING + line * LINE;
        if (i == 0) {
          text(8, top + 11, row.ours() ? "mine" : "", row.label());
        }
        bar(NAMES + i * COLUMN, top, row, row.figures().sold() / Math.max(1, most));
      }
    }
    y += HEADING + labels.size() * LINE + 18;
  }

  private void bar(int x, int top, Row row, double share) {
    double width = Math.max(1, share * BAR);
    rect(row.ours() ? "ours" : "theirs", x, top, width);
    text(
        x + (int) width + 4,
        top + 11,
        "",
        String.format(Locale.ROOT, "%,.0f", row.figures().sold()));
  }

  private void text(int x, int baseline, String style, String text) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n",
            style,
            x,
            baseline,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private void rect(String style, int x, int top, double width) {
    shapes.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"13\"/>%n",
            style,
            x,
            top,
            width));
  }

  private String svg(int width) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\">%n",
            width,
            y)
        + STYLE
        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        + shapes
        + "</svg>\n";
  }
}
