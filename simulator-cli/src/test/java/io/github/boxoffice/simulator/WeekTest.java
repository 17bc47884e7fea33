package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A week on the command line, scaled down to a second. */
class WeekTest {
  private static final String WEEK =
      "--scenario week --seed 7 --seats 100 --users 16 --hold-ttl 100ms";

  private static final String SMALL = WEEK + " --bookings 1400 --shows 140";

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int simulate(String line) {
    List<String> args = new ArrayList<>(List.of("simulate", "--out", folder().toString()));
    args.addAll(List.of(line.split(" ", -1)));
    return Boxoffice.execute(
        new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }

  private Path folder() {
    return dir.resolve("run");
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(folder().resolve("result.json").toFile()).at("/runs/0");
  }

  private List<String> histories() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".history.jsonl"))
          .sorted()
          .toList();
    }
  }

  /** In memory it takes more of them until one user has not made all before the next begins. */
  @ParameterizedTest
  @CsvSource({"memory, 14000", "h2, 1400"})
  void week_anyStore_isConsistentAndMakesExactlyTheBookings(String store, long bookings)
      throws IOException {
    String size = " --bookings " + bookings + " --shows " + bookings / 10;
    int exit = simulate(WEEK + size + " --strategy optimistic --store " + store);

    assertThat(exit).as("%s%n%s", out, err).isZero();
    assertThat(out.toString()).startsWith("VERDICT  consistent").contains("choke point");
    JsonNode run = result();
    assertThat(run.get("verdict").asText()).isEqualTo("CONSISTENT");
    assertThat(run.at("/week/bookings").asLong()).isEqualTo(bookings);
    assertThat(run.at("/week/days").asInt()).isEqualTo(7);
    assertThat(run.at("/week/bytesPerBooking").isNumber()).isTrue();
    assertThat(run.at("/week/headroom").asDouble()).isPositive();
    assertThat(histories()).as("consistent days are not kept").isEmpty();
  }

  @Test
  void week_premieres_sellOutWithNoSeatSoldTwice() throws IOException {
    assertThat(simulate(SMALL + " --strategy pessimistic --store memory")).isZero();

    assertThat(result().at("/week/premieresSoldOut").asInt()).isEqualTo(7);
    assertThat(result().at("/week/premieres/bookings").asInt()).isGreaterThan(7 * 100 / 4);
    assertThat(result().get("violations")).isEmpty();
  }

  @Test
  void week_ofTheControl_isCaughtAndItsHistoriesAreKept() throws IOException {
    int exit = simulate(SMALL + " --strategy none --store memory");

    assertThat(exit).as("%s%n%s", out, err).isEqualTo(Exit.INCONSISTENT);
    assertThat(out.toString()).contains("double-booking");
    assertThat(histories()).contains("none.day1.history.jsonl");
  }

  @Test
  void week_thatKeepsItsHistories_canBeCheckedAgain() throws IOException {
    assertThat(simulate(SMALL + " --strategy optimistic --store memory --keep-histories")).isZero();

    assertThat(histories()).hasSize(7);
    int exit =
        Boxoffice.execute(new PrintWriter(out), new PrintWriter(err), "check", folder().toString());
    assertThat(exit).as("%s%n%s", out, err).isIn(Exit.CONSISTENT, Exit.UNKNOWN); // Each day alone.
  }

  @ParameterizedTest
  @CsvSource({
    "--scenario week --rate 5, --rate makes no sense with --scenario week",
    "--scenario week --duration 5s, --duration makes no sense",
    "--scenario week --hall grand, --hall makes no sense",
    "--scenario week --think-time 5ms, --think-time makes no sense",
    "--scenario week --processes 2, --processes makes no sense",
    "--scenario week --repeat 2, --repeat makes no sense",
    "--scenario week --warmup 2s, --warmup makes no sense",
    "--scenario week --shows 13, --shows must be at least 14",
    "--scenario week --shows 14 --seats 10, --bookings: they may want 4000000 seats",
    "--scenario week --utilisation 0, --utilisation must be above 0",
    "--scenario week --cost-per-core-hour -1, --cost-per-core-hour must not be less",
    "--cost-per-core-hour 1, --cost-per-core-hour needs --scenario week",
    "--keep-histories, --keep-histories needs --scenario week",
    "--scenario month, --scenario"
  })
  void simulate_whatMakesNoSenseTogether_isRefused(String line, String reason) {
    assertThat(simulate(line)).isEqualTo(Exit.USAGE);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(reason);
    assertThat(folder()).doesNotExist();
  }
}
