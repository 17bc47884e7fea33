package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Section;
import io.github.boxoffice.benchmarks.report.Section.Cost;
import io.github.boxoffice.benchmarks.report.Section.Figures;
import io.github.boxoffice.benchmarks.report.Section.Row;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import io.github.boxoffice.benchmarks.report.Section.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What a race came to. Each round is a turn per contender, one after the other, so a ratio within a
 * round compares what ran seconds apart. Rates and ratios are medians over the rounds; waits and
 * costs are of all turns together.
 */
final class Table {
  private final Race race;
  private final List<List<Result>> rounds = new ArrayList<>();

  Table(Race race) {
    this.race = race;
  }

  /** Adds a round: what came of it, in the order of the race's contenders. */
  void add(List<Result> round) {
    rounds.add(round);
  }

  Section section() {
    List<Row> rows = IntStream.range(0, race.contenders().size()).mapToObj(this::row).toList();
    return new Section(race.field().store(), race.load(), rounds.size(), rows, "");
  }

  private Row row(int i) {
    Contender contender = race.contenders().get(i);
    int rival = race.indexOf(contender.rival());
    return new Row(
        contender.label(),
        contender.isOurs(),
        figures(i),
        rival < 0 ? "" : range(ratios(i, rival, Measure.SALES)) + " of " + contender.rival(),
        contender.goals().stream()
            .filter(goal -> goal.load().equals(race.load()))
            .filter(goal -> goal.isAbsolute() || race.indexOf(goal.peer()) >= 0)
            .map(goal -> judge(goal, i))
            .toList());
  }

  private Figures figures(int i) {
    Result all = rounds.stream().map(round -> round.get(i)).reduce(Result.nothing(), Result::plus);
    Waits waits = all.waits();
    Effort effort = all.effort();
    double sales = Math.max(1, waits.sold().getTotalCount());
    return new Figures(
        median(each(i, Result::sales)),
        median(each(i, Result::refusals)),
        wait(waits.sold()),
        wait(waits.refused()),
        new Cost(
            effort.cpuNanos() / 1e3 / sales,
            effort.bytes() / sales,
            effort.collections(),
            effort.collectionMillis()));
  }

  private static Wait wait(Histogram nanos) {
    return new Wait(nanos.getValueAtPercentile(50) / 1e6, nanos.getValueAtPercentile(99) / 1e6);
  }

  private Verdict judge(Goal goal, int i) {
    if (goal.isAbsolute()) {
      return goal.judge(median(each(i, goal.measure()::of)));
    }
    int peer = race.indexOf(goal.peer());
    return goal.judge(
        goal.best() ? best(peer, goal.measure()) : median(ratios(i, peer, goal.measure())));
  }

  /** The highest ratio to this peer that one of ours has, on as many shows. */
  private double best(int peer, Measure measure) {
    int shows = race.contenders().get(peer).shows();
    return IntStream.range(0, race.contenders().size())
        .filter(i -> race.contenders().get(i).isOurs() && race.contenders().get(i).shows() == shows)
        .mapToDouble(i -> median(ratios(i, peer, measure)))
        .max()
        .orElseThrow();
  }

  private List<Double> each(int i, ToDoubleFunction<Result> figure) {
    return rounds.stream().map(round -> figure.applyAsDouble(round.get(i))).sorted().toList();
  }

  private List<Double> ratios(int i, int to, Measure measure) {
    return rounds.stream()
        .map(round -> measure.of(round.get(i)) / measure.of(round.get(to)))
        .sorted()
        .toList();
  }

  private static String range(List<Double> sorted) {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f..%.2f)",
        median(sorted),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
