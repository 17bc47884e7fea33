package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
  @TempDir Path folder;

  @Test
  void main_oneRace_writesThePageWithHowItWasMeasured() {
    Path page = folder.resolve("performance.md");
    compare("memory, hot, 8 users, k=2", "show-lock,optimistic", page);
    assertThat(page)
        .content()
        .contains("- command: `java ", "--only \"memory, hot, 8 users, k=2\"")
        .contains("- machine: ", "- memory: ", "- rounds: 1 of 1 s")
        .contains("## Limits", "compare-and-set of a seat")
        .containsOnlyOnce("### ")
        .contains("### memory, hot, 8 users, k=2\n", "| by hand: show-lock |", "| optimistic ")
        .doesNotContain("## h2");
    assertThat(folder.resolve("performance.svg")).content().contains(">optimistic</text>");
  }

  private static void compare(String only, String among, Path page) {
    String[] quick = {"--rounds", "1", "--seconds", "1", "--warm-up", "1", "--shows", "1"};
    String[] args = Arrays.copyOf(quick, quick.length + 6);
    String[] rest = {"--only", only, "--among", among, "--write", page.toString()};
    System.arraycopy(rest, 0, args, quick.length, rest.length);
    Compare.main(args);
  }
}
