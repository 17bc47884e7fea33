package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hall files: what docs/halls.md promises, and what is refused with its place and reason. */
class HallFileTest {
  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(String hall) {
    return Boxoffice.execute(
        new PrintWriter(out),
        new PrintWriter(err),
        ("simulate --store memory --strategy optimistic --hold-ttl 1s --users 30 --seed 3 --out "
                + dir.resolve("run")
                + " --hall "
                + hall)
            .split(" ", -1));
  }

  private int simulateText(String json) throws IOException {
    Path file = dir.resolve("hall.json");
    Files.writeString(file, json);
    return simulate(file.toString());
  }

  @ParameterizedTest
  @CsvSource({"grand,2000", "screen,120", "cellar,33"})
  void hall_shipped_isSold(String name, int seats) {
    assertThat(simulate(name)).as("%s%n%s", out, err).isZero();
    assertThat(out.toString()).contains("1 show of " + String.format("%,d", seats) + " seats");
  }

  @Test
  void hall_asDocumented_isSold() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "halls.md"));
    String example =
        page.substring(
            page.indexOf("```json") + 7, page.indexOf("```", page.indexOf("```json") + 7));
    assertThat(simulateText(example)).as("%s%n%s", out, err).isIn(0, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"format\":1,\"name\":\"x\"}|rows",
        "{\"format\":2,\"name\":\"x\",\"rows\":[]}|format 1",
        "{\"format\":1,\"name\":\"x\",\"rows\":[]}|not empty",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seats\":\"1-3, 2\"}]}|twice",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seats\":\"9-3\"}]}|backwards",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seats\":\"0-3\"}]}|begin at 1",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seat\":\"1\"}]}|unknown field 'seat'",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seats\":\"1-9\",\"companion\":\"2\"}]}|wheelchair",
        "{\"format\":1,\"name\":\"x\",\"rows\":[{\"row\":\"A\",\"seats\":\"1\",\"zone\":\"z\"}],\"prices\":{}}|no price",
        "{\"format\":1,|line 1"
      })
  void hall_broken_isRefusedWithPlaceAndReason(String json, String reason) throws IOException {
    assertThat(simulateText(json)).as("%s%n%s", out, err).isEqualTo(2);
    assertThat(err.toString()).contains("--hall", "hall.json", "line ", reason);
    assertThat(out.toString()).isEmpty();
  }
}
