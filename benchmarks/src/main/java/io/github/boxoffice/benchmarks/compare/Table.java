package io.github.boxoffice.benchmarks.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a race came to. Each round is one JVM per contender, one after the other, so a ratio within
 * a round compares what ran minutes apart at most; the table shows medians over the rounds.
 */
final class Table {
  private final Race race;
  private final List<List<Double>> rounds = new ArrayList<>();

  Table(Race race) {
    this.race = race;
  }

  /** Adds a round: sales a second, in the order of the race's contenders. */
  void add(List<Double> round) {
    rounds.add(round);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s: medians of %d JVMs each, interleaved%n%-32s %12s %8s %16s%n",
            race.describe(), rounds.size(), "", "sold/s", "ratio", "lowest..highest"));
    for (int i = 0; i < race.contenders().size(); i++) {
      text.append(row(i));
    }
    return text.toString();
  }

  private String row(int i) {
    Contender contender = race.contenders().get(i);
    List<Double> sales = sorted(i, false);
    List<Double> ratios = sorted(i, true);
    String goal = contender.goal().judge(median(ratios), median(sales));
    return String.format(
            "%-32s %,12.0f %8.2f %16s  %s",
            contender.name(),
            median(sales),
            median(ratios),
            String.format("%.2f..%.2f", ratios.get(0), ratios.get(ratios.size() - 1)),
            goal)
        .stripTrailing()
        .concat(System.lineSeparator());
  }

  private List<Double> sorted(int i, boolean toFirst) {
    List<Double> values = new ArrayList<>();
    for (List<Double> round : rounds) {
      values.add(toFirst ? round.get(i) / round.get(0) : round.get(i));
    }
    Collections.sort(values);
    return values;
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
