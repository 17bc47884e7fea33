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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs on one PostgreSQL server, from the command line. */
@Timeout(180)
class ProcessesTest {
  private static final ExecutorService MAIN = Executors.newSingleThreadExecutor();

  private static Server server;

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void startServer() throws IOException {
    server = Server.start(ServerKind.POSTGRES);
  }

  @AfterAll
  static void stopServer() throws IOException {
    MAIN.shutdownNow();
    server.close();
  }

  private int simulate(String line) {
    List<String> args = new ArrayList<>(List.of("simulate", "--out", folder().toString()));
    args.addAll(List.of("--store", server.address()));
    args.addAll(List.of(line.split(" ", -1)));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return Boxoffice.execute(new PrintWriter(out), new PrintWriter(err), args);
  }

  private Path folder() {
    return dir.resolve("run");
  }

  private JsonNode result() throws IOException {
    return new ObjectMapper().readTree(folder().resolve("result.json").toFile());
  }

  @Test
  void simulate_twoProcessesTenMinutesApart_areConsistentAndCheckAgrees() throws IOException {
    int exit =
        simulate(
            "--processes 2 --clock-skew 10m --strategy optimistic,lease --users 20 --seats 60"
                + " --seed 3");

    assertThat(exit).as("%s%n%s", out, err).isZero();
    for (JsonNode one : result().get("runs")) {
      assertThat(one.get("verdict").asText()).isEqualTo("CONSISTENT");
      assertThat(one.get("processesDied")).isEmpty();
      assertThat(one.at("/latencyMillis/booking/p50").asDouble()).isPositive();
    }
    String history = Files.readString(folder().resolve("optimistic.history.jsonl"));
    assertThat(history).contains("\"p1-u0", "\"p2-u10", "\"fresh-0");
    assertThat(run("check", folder().toString())).isZero();
  }

  @Test
  void simulate_controlInTwoProcesses_isCaught() {
    int exit =
        simulate("--processes 2 --strategy none --hold-ttl 1s --users 40 --seats 60 --seed 3");
    assertThat(exit).as("%s%n%s", out, err).isEqualTo(10);
  }

  @Test
  void simulate_workerKilled_isReportedAndWhatItSoldIsJudged() throws Exception {
    Callable<Integer> simulation =
        () -> simulate("--processes 2 --strategy optimistic --users 20 --shows 30 --duration 10s");
    Future<Integer> exit = MAIN.submit(simulation);
    Path part = folder().resolve(".optimistic.history.jsonl.p2.history");
    await(() -> exit.isDone() || part.toFile().length() > 2_000);
    assertThat(worker("2").orElseThrow().destroyForcibly()).isTrue();

    assertThat(exit.get()).as("%s%n%s", out, err).isZero();
    assertThat(result().at("/runs/0/processesDied/0").asText())
        .isEqualTo("process 2 died with exit code 137");
    assertThat(out.toString()).contains("optimistic: process 2 died with exit code 137");
  }

  /** Not by ProcessHandle's command line, which is cut after some 4,000 characters. */
  private static Optional<ProcessHandle> worker(String number) {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> commandLine(process).contains("\0worker\0" + number + "\0"))
        .findFirst();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException e) {
      return ""; // It has ended.
    }
  }

  private static void await(Supplier<Boolean> condition) {
    while (!condition.get()) {
      Thread.onSpinWait();
    }
  }
}
