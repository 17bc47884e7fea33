package io.github.boxoffice.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.boxoffice.simulator.history.HistoryException;
import io.github.boxoffice.simulator.verdict.Count;
import io.github.boxoffice.simulator.verdict.Judge;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded histories again. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads the histories of a run again, and gives the verdict again.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:consistent",
      "1:a history cannot be read",
      "2:usage, or a history is broken",
      "3:unknown: too little happened, or too little of it is known",
      "10:inconsistent"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final String HISTORY = ".history.jsonl";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "A run folder, or a history file.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return check(spec.commandLine().getOut());
    } catch (HistoryException e) {
      err.println("boxoffice check: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("boxoffice check: cannot read: " + e.getMessage());
      return 1;
    }
  }

  private int check(PrintWriter out) throws IOException {
    Set<Verdict.Result> results = EnumSet.noneOf(Verdict.Result.class);
    for (Path path : paths) {
      for (Path history : histories(path)) {
        Verdict verdict = Judge.judge(history, scenario(history.resolveSibling("result.json")));
        results.add(verdict.result());
        print(history, verdict, out);
      }
    }
    out.flush();
    return exitCode(results);
  }

  /** The exit code for these results together. */
  static int exitCode(Set<Verdict.Result> results) {
    if (results.contains(Verdict.Result.INCONSISTENT)) {
      return 10;
    }
    return results.contains(Verdict.Result.UNKNOWN) ? 3 : 0;
  }

  private static List<Path> histories(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new HistoryException("there is no " + path);
    } else if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(HISTORY)).sorted().toList();
      if (found.isEmpty()) {
        throw new HistoryException(path + " has no file that ends in " + HISTORY);
      }
      return found;
    }
  }

  private static Judge.Scenario scenario(Path result) throws IOException {
    if (!Files.exists(result)) {
      return Judge.Scenario.UNKNOWN;
    }
    JsonNode scenario = new ObjectMapper().readTree(result.toFile()).path("scenario");
    JsonNode rate = scenario.path("paymentFailureRate");
    JsonNode limit = scenario.path("paymentTimeLimitMillis");
    return new Judge.Scenario(
        rate.isNumber() ? OptionalDouble.of(rate.asDouble()) : OptionalDouble.empty(),
        limit.isNumber() ? OptionalLong.of(limit.asLong()) : OptionalLong.empty());
  }

  private static void print(Path history, Verdict verdict, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "VERDICT  %s: %s (%,d bookings of %,d seats, %,d holds refused, %,d refunds)%n",
        verdict.result().name().toLowerCase(Locale.ROOT),
        history,
        verdict.count(Count.BOOKINGS),
        verdict.count(Count.SEATS_BOOKED),
        verdict.count(Count.REFUSED) + verdict.count(Count.CONTENDED),
        verdict.count(Count.REFUNDS));
    verdict.violations().forEach(v -> out.printf("  %s%n", v));
    verdict.doubts().forEach(doubt -> out.printf("  unknown: %s%n", doubt));
  }
}
