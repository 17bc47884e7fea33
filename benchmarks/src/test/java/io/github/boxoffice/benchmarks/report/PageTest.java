package io.github.boxoffice.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.benchmarks.report.Section.Cost;
import io.github.boxoffice.benchmarks.report.Section.Figures;
import io.github.boxoffice.benchmarks.report.Section.Row;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import io.github.boxoffice.benchmarks.report.Section.Wait;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class PageTest {
  private static final Row PEER = row("by hand: a < b", false, 1000, List.of());
  private static final Row OURS =
      row("optimistic", true, 2500, List.of(new Verdict("at least 3.0 x a", false, "2.50")));
  private static final Section RUN =
      new Section("h2", new Load(Load.HOT, 64, 2), 3, List.of(PEER, OURS), "");
  private static final Section FAILED =
      new Section("h2", new Load(Load.HOT, 512, 2), 0, List.of(), "Failed: for a reason");
  private static final Page PAGE =
      new Page(
          List.of("command: `compare`"),
          List.of(new Bound("writes", 1234.5, "commits")),
          List.of(RUN, FAILED));

  @TempDir Path folder;

  @Test
  void write_page_putsTheChartBesideIt() throws IOException {
    Path page = folder.resolve("new").resolve("performance.md");
    PAGE.write(page);
    assertThat(page).content().contains("](performance.svg)");
    assertThat(Files.readString(page.resolveSibling("performance.svg"))).startsWith("<svg");
  }

  @Test
  void write_whereNoFileCanBe_saysWhich() throws IOException {
    Path page = Files.createFile(folder.resolve("file")).resolve("page.md");
    assertThatThrownBy(() -> PAGE.write(page)).hasMessageContaining(page.toString());
  }

  @Test
  void markdown_race_isATableWithAllFigures() {
    String text = PAGE.markdown("chart.svg");
    assertThat(text).contains("- command: `compare`", "## h2\n", "### h2, hot, 64 users, k=2\n");
    assertThat(text.lines().filter(line -> line.startsWith("| optimistic")))
        .singleElement()
        .asString()
        .containsSubsequence("2,500", "7", "1.5 / 120", "0.0100 / 0.5", "33", "4,096", "2 (30)")
        .containsSubsequence("1.20 of a", "at least 3.0 x a: **no**, 2.50");
  }

  @Test
  void markdown_goalsAndLimits_areTablesOfTheirOwn() {
    assertThat(PAGE.markdown("chart.svg").lines().map(line -> line.replaceAll(" +", " ")))
        .contains("| h2, hot, 64 users, k=2 | optimistic | at least 3.0 x a | 2.50 | **no** |")
        .contains("| writes | 1,235 | commits |");
  }

  @Test
  void markdown_racesWithoutGoals_hasNoTableOfThem() {
    Page page = new Page(List.of(), List.of(), List.of(FAILED));
    assertThat(page.markdown("chart.svg")).doesNotContain("Goals").contains("\n\n## Limits\n");
  }

  @Test
  void markdown_raceThatFailed_saysWhy() {
    assertThat(PAGE.markdown("chart.svg"))
        .contains("### h2, hot, 512 users, k=2\n\nFailed: for a reason\n");
  }

  @Test
  void chart_twoContenders_isSvgWithABarEachThatTellsOursFromTheirs() throws Exception {
    String svg = Chart.of(List.of(RUN, FAILED));
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(parsed.getElementsByTagName("text").getLength()).isEqualTo(3 + 2 + 2 * 2);
    assertThat(svg).contains(">optimistic<", ">by hand: a &lt; b<", ">2,500<", ">64 users<");
    assertThat(svg.lines().filter(line -> line.contains("<rect class=\"theirs\""))).hasSize(2);
  }

  private static Row row(String label, boolean ours, double sold, List<Verdict> verdicts) {
    Figures figures =
        new Figures(sold, 7, new Wait(1.5, 120), new Wait(0.01, 0.5), new Cost(33, 4096, 2, 30));
    return new Row(label, ours, figures, ours ? "1.20 of a" : "", verdicts);
  }
}
