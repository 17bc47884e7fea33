package io.github.boxoffice.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
  @TempDir Path dir;

  private Path part(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text);
  }

  private static String event(int number, long time, String rest) {
    return "{\"i\":" + number + ",\"t\":" + time + ",\"p\":\"" + rest + "\"}\n";
  }

  private List<String> merged(Path... parts) throws IOException {
    Path history = dir.resolve("history");
    Parts.merge(List.of(parts), history);
    return Files.readAllLines(history);
  }

  @Test
  void merge_severalParts_areInTheOrderOfTimeAndNumberedAnew() throws IOException {
    Path one = part("1", event(0, 5, "a") + event(1, 20, "b"));
    Path two = part("2", event(0, 7, "c") + event(1, 8, "d") + event(2, 30, "e"));
    assertThat(String.join("\n", merged(one, two, part("3", ""))) + "\n")
        .isEqualTo(
            event(0, 5, "a")
                + event(1, 7, "c")
                + event(2, 8, "d")
                + event(3, 20, "b")
                + event(4, 30, "e"));
  }

  @Test
  void merge_partOfAKilledProcess_losesOnlyTheLineThatItWasWriting() throws IOException {
    Path killed = part("1", event(0, 5, "a") + "{\"i\":1,\"t\":9");
    assertThat(merged(killed, part("2", event(0, 7, "b")))).hasSize(2);
  }

  @Test
  void merge_somethingElse_isRefused() throws IOException {
    Path nonsense = part("1", "nonsense\n");
    assertThatThrownBy(() -> merged(nonsense)).isInstanceOf(HistoryException.class);
  }
}
