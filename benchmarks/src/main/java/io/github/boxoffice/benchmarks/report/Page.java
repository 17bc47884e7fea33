package io.github.boxoffice.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page about a comparison, and the chart that it shows. Nothing of it is written by hand, so
 * that no figure outlives the run it came from.
 *
 * @param about how it was measured, a line each
 * @param bounds what the machine allows at most
 * @param sections a race each
 */
public record Page(List<String> about, List<Bound> bounds, List<Section> sections) {
  private static final String READ =
      """
      Each user is a thread that begins its next sale when the last has ended (a closed load), so waits are what this
      many users meet, and hide how long others would have waited behind a stall. A sale is a hold of k seats, then its
      confirmation: two transactions. `spread`: all shows at once, nobody wants another's seat. `hot`: one show at a
      time, four in a row want the same seats. `rush`: all want any seats of one show of 200 until it is sold out, timed
      from the moment at which all are there to the last sale, and who is refused after that does not count. Sales
      and refusals are counted and timed apart. Rates and ratios are medians over the rounds, and a ratio is taken within
      a round, lowest and highest in brackets; waits and costs are of all rounds together. CPU, bytes and GCs are of the
      JVM that buys, per sale with the refusals beside it; a database server's own are not in them, and H2's are. In
      memory each second begins with new shows, and when these are sold out further ones are opened within the time.
      """;

  /** Writes the page, and beside it the chart, with the ending {@code .svg}. */
  public void write(Path page) {
    Path folder = page.toAbsolutePath().getParent();
    String name = page.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String chart = (dot < 0 ? name : name.substring(0, dot)) + ".svg";
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(page, markdown(chart));
      Files.writeString(page.resolveSibling(chart), Chart.of(sections));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page " + page, e);
    }
  }

  /**
   * The page.
   *
   * @param chart where the chart is, as seen from the page
   */
  String markdown(String chart) {
    StringBuilder text = new StringBuilder("# Performance\n\n");
    text.append("Written by the command below, to the last figure; do not edit.\n\n");
    about.forEach(line -> text.append("- ").append(line).append('\n'));
    text.append('\n').append(READ);
    text.append("\n![Sales a second of ours and of what people write by hand, in pairs](")
        .append(chart);
    text.append(")\n");
    if (sections.stream()
        .flatMap(section -> section.rows().stream())
        .anyMatch(Section.Row::hasGoals)) {
      text.append("\n## Goals\n\n").append(Tables.goals(sections));
    }
    text.append("\n## Limits\n\n").append(Tables.of(bounds));
    for (String store : sections.stream().map(Section::store).distinct().toList()) {
      text.append("\n## ").append(store).append('\n');
      text.append(
          sections.stream()
              .filter(section -> section.store().equals(store))
              .map(Page::section)
              .collect(Collectors.joining()));
    }
    return text.toString();
  }

  private static String section(Section section) {
    return "\n### " + section.title() + "\n\n" + Tables.of(section);
  }
}
