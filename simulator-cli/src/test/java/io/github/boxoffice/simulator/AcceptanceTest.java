package io.github.boxoffice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.boxoffice.simulator.server.Server;
import io.github.boxoffice.simulator.server.ServerKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as people and scripts use it: what goes in, what comes out, with which code. */
class AcceptanceTest {
  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Boxoffice.execute(new PrintWriter(out), new PrintWriter(err), args);
  }

  private int simulate(String line) {
    List<String> args = new ArrayList<>(List.of("simulate", "--out", folder().toString()));
    args.addAll(List.of(line.split(" ", -1)));
    return run(args.toArray(String[]::new));
  }

  private Path folder() {
    return dir.resolve("run");
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(folder().resolve("result.json").toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2", "postgres", "mariadb"})
  void simulate_allStrategies_areConsistentAndCheckAgrees(String store) throws IOException {
    int exit = simulate("--store " + store + " --seed 7 --users 40 --seats 60 --hold-ttl 500ms");

    assertThat(exit).as("%s%n%s", out, err).isZero();
    assertThat(out.toString()).startsWith("VERDICT  consistent: 5 of 5 strategies");
    assertThat(result().at("/scenario/paymentTimeLimitMillis").asLong()).isEqualTo(510);
    for (JsonNode one : result().get("runs")) {
      assertThat(one.get("verdict").asText()).isEqualTo("CONSISTENT");
      assertThat(one.get("store").asText()).isEqualTo(store);
      assertThat(one.get("bookings").asInt()).isPositive();
      assertThat(one.get("leakedSeats").asInt()).isZero();
      assertThat(one.at("/latencyMillis/booking/p999").isNumber()).isTrue();
    }
    assertThat(run("check", folder().toString())).isZero();
  }

  @Test
  void simulate_leasesInRedis_areConsistent() throws IOException {
    int exit =
        simulate("--strategy lease --lease redis --seed 7 --users 40 --seats 60 --hold-ttl 500ms");

    assertThat(exit).as("%s%n%s", out, err).isZero();
    assertThat(result().at("/runs/0/lease").asText()).startsWith("redis");
    assertThat(result().at("/runs/0/bookings").asInt()).isPositive();
  }

  @Test
  void simulate_leasesInARedisThatIsThere_areConsistent() throws IOException {
    try (Server redis = Server.start(ServerKind.REDIS)) {
      String line = "--strategy lease --store memory --seats 60 --hold-ttl 500ms --lease ";
      assertThat(simulate(line + redis.address())).as("%s%n%s", out, err).isZero();
      assertThat(result().at("/runs/0/lease").asText()).isEqualTo(redis.address());
    }
  }

  @Test
  void simulate_noRedisThere_failsWithTheReason() throws IOException {
    String gone;
    try (Server redis = Server.start(ServerKind.REDIS)) {
      gone = redis.address();
    }
    assertThat(simulate("--strategy lease --lease " + gone)).isEqualTo(1);
    assertThat(err.toString()).contains("cannot reach Redis at 127.0.0.1").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"memory,1", "memory,2", "memory,3", "h2,1", "h2,2", "h2,3", "postgres --seats 60,1"})
  void simulate_controlNone_isCaughtAsDoubleBooking(String store, int seed) throws IOException {
    int exit = simulate("--strategy none --hold-ttl 1s --store " + store + " --seed " + seed);

    assertThat(exit).as("%s%n%s", out, err).isEqualTo(10);
    JsonNode run = result().at("/runs/0");
    assertThat(run.get("verdict").asText()).isEqualTo("INCONSISTENT");
    assertThat(run.get("violations").findValuesAsText("invariant")).contains("double-booking");
    assertThat(run("check", folder().toString())).isEqualTo(10);
  }

  @Test
  void simulate_tooLittleHappened_isUnknown() {
    int exit =
        simulate("--store memory --strategy optimistic --users 1 --bookings 1 --hold-ttl 1s");
    assertThat(exit).as("%s%n%s", out, err).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"bookings>0,0", "p99<0.000001ms,99"})
  void simulate_threshold_decidesTheExitCode(String threshold, int expected) {
    int exit =
        simulate(
            "--store memory --strategy optimistic --seats 60 --hold-ttl 500ms --seed 5 --threshold "
                + threshold);
    assertThat(exit).as("%s%n%s", out, err).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0s,optimistic was first in a cold JVM", "10ms,10ms for each strategy"})
  void simulate_warmup_isSaidBesideTheTable(String warmup, String expected) {
    int exit =
        simulate(
            "--store memory --strategy optimistic --seats 60 --hold-ttl 500ms --seed 5 --warmup "
                + warmup);
    assertThat(exit).as("%s%n%s", out, err).isZero();
    assertThat(out.toString()).contains(expected);
    assertThat(folder()).isDirectoryNotContaining("glob:**warmup*");
  }

  @Test
  void simulate_formatJson_printsTheResultAlone() throws IOException {
    int exit =
        simulate(
            "--store memory --strategy lease --seats 60 --hold-ttl 500ms --seed 5 --format json");
    assertThat(exit).as("%s%n%s", out, err).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).get("format").asInt()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(out.toString()).get("seed").asLong()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--users 0",
        "--users -3",
        "--users many",
        "--seats 0",
        "--shows 0",
        "--duration soon",
        "--duration -1s",
        "--rate 0",
        "--bookings 0",
        "--seats-per-booking 4..1",
        "--seats-per-booking 0..2",
        "--payment-failure-rate 1.5",
        "--payment-failure-rate NaN",
        "--abandon-rate -0.1",
        "--hold-ttl 0s",
        "--strategy fast",
        "--store oracle",
        "--store jdbc:nonsense:there",
        "--connections 0",
        "--lease mongo",
        "--lease redis:6379",
        "--lease redis://localhost",
        "--processes 2",
        "--processes 0 --store postgres",
        "--clock-skew 1m",
        "--node jdbc:postgresql:one",
        "--node jdbc:postgresql:one --store postgres --processes 2",
        "--node jdbc:postgresql:two --store jdbc:postgresql:one",
        "--node jdbc:postgresql:two --store jdbc:mariadb:one --processes 2",
        "--faults all",
        "--threshold p99",
        "--repeat 0",
        "--hall nowhere.json",
        "--format xml",
        "--no-such-option 1"
      })
  void simulate_makesNoSense_isRefusedBeforeAnythingStarts(String line) {
    assertThat(simulate(line)).as("%s%n%s", out, err).isEqualTo(2);
    assertThat(err.toString()).contains(line.split(" ", -1)[0]).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
    assertThat(Files.exists(folder())).isFalse();
  }

  @Test
  void check_nothingThere_isRefused() {
    assertThat(run("check", dir.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("nowhere");
  }

  @Test
  void help_listsOnlyWhatExists() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("simulate", "check").doesNotContain("serve", "compare");
  }
}
