package io.github.boxoffice.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a race came to. Each round is one JVM or one turn per contender, one after the other, so a
 * ratio within a round compares what ran minutes apart at most; the table shows medians over the
 * rounds.
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

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s: medians of %d %s each, interleaved%n%-32s %12s %8s %16s %14s%n",
            race.describe(),
            rounds.size(),
            race.inTurns() ? "turns" : "JVMs",
            "",
            "sold/s",
            "ratio",
            "lowest..highest",
            "p50/p99 ms"));
    for (int i = 0; i < race.contenders().size(); i++) {
      text.append(row(i));
    }
    return text.toString();
  }

  private String row(int i) {
    Contender contender = race.contenders().get(i);
    List<Double> sales = sales(i);
    List<Double> ratios = ratios(i, 0);
    String goal =
        contender
            .goal()
            .judge(median(sales), race::has, peer -> median(ratios(i, race.indexOf(peer))));
    return String.format(
            "%-32s %,12.0f %8.2f %16s %14s  %s",
            contender.name(),
            median(sales),
            median(ratios),
            String.format("%.2f..%.2f", ratios.get(0), ratios.get(ratios.size() - 1)),
            latency(i),
            goal)
        .stripTrailing()
        .concat(System.lineSeparator());
  }

  private List<Double> sales(int i) {
    return rounds.stream().map(round -> round.get(i).sales()).sorted().toList();
  }

  private List<Double> ratios(int i, int to) {
    return rounds.stream()
        .map(round -> round.get(i).sales() / round.get(to).sales())
        .sorted()
        .toList();
  }

  /** Medians over the rounds; empty where nobody measured. */
  private String latency(int i) {
    List<Latency> known =
        rounds.stream().map(round -> round.get(i).latency()).filter(Objects::nonNull).toList();
    return known.isEmpty()
        ? ""
        : String.format(
            "%.0f/%.0f",
            median(known.stream().map(Latency::p50).sorted().toList()),
            median(known.stream().map(Latency::p99).sorted().toList()));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
