package io.github.boxoffice.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Ours beside the peers: JMH runs every contender once a round, in a JVM of its own, so that a
 * machine that is slow for a while is slow for all of them.
 */
public final class Compare {
  private final Settings settings;

  private Compare(Settings settings) {
    this.settings = settings;
  }

  /** See docs/benchmarks.md. */
  public static void main(String[] args) throws RunnerException {
    Settings settings = Settings.parse(List.of(args));
    for (Race each : Race.all()) {
      Race race = each.among(settings.among());
      if (race.describe().startsWith(settings.only()) && !race.contenders().isEmpty()) {
        System.out.printf("%n%s", race.isPossible() ? table(race, settings) : race.why());
      }
    }
  }

  private static Table table(Race race, Settings settings) throws RunnerException {
    return race.inTurns() ? Turns.run(race, settings) : new Compare(settings).run(race);
  }

  private Table run(Race race) throws RunnerException {
    Table table = new Table(race);
    for (int round = 1; round <= settings.rounds(); round++) {
      List<Result> results = new ArrayList<>();
      for (Contender contender : race.contenders()) {
        Result result = measure(race, contender);
        results.add(result);
        System.out.printf(
            "%s, round %d of %d: %-32s %s%n",
            race.describe(), round, settings.rounds(), contender.name(), result);
      }
      table.add(results);
    }
    return table;
  }

  private Result measure(Race race, Contender contender) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + contender.benchmark() + "\\.")
            .param("crowd", race.crowd())
            .param("shows", Integer.toString(settings.shows()))
            .threads(race.threads())
            .forks(1)
            .warmupIterations(settings.seconds())
            .measurementIterations(settings.seconds())
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    contender.params().forEach(options::param);
    RunResult result = new Runner(options.build()).runSingle();
    double attempts = result.getPrimaryResult().getStatistics().getPercentile(50);
    double sold = median(result, "sold");
    return new Result(attempts * sold / (sold + median(result, "refused")), null);
  }

  /**
   * Of a counter only its share means something: JMH divides what was counted while the threads
   * started and stopped, too, by the time in between.
   */
  private static double median(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter))
        .getStatistics()
        .getPercentile(50);
  }
}
