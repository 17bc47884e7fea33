package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.ArrayList;
import java.util.List;

/**
 * A race in one JVM against one server: all contenders are open at once, each with tables and a
 * pool of its own, and take turns of some seconds. What ran seconds apart is compared, so a machine
 * that others load too says more this way than with a JVM each. Every other round goes the other
 * way round, so that none always sells while the server still tidies up after the same rival.
 */
final class Turns {
  private final Race race;
  private final Settings settings;
  private final List<Buyers> teams = new ArrayList<>();

  private Turns(Race race, Settings settings) {
    this.race = race;
    this.settings = settings;
  }

  static Table run(Race race, Settings settings) {
    Turns turns = new Turns(race, settings);
    List<Till> tills = new ArrayList<>();
    try {
      for (Contender contender : race.contenders()) {
        Till till = contender.open();
        tills.add(till);
        turns.join(till);
      }
      return turns.run();
    } finally {
      tills.forEach(Till::close);
    }
  }

  private void join(Till till) {
    if (race.crowd().equals(Race.RUSH)) {
      teams.add(new Rush(till, settings.shows(), race.threads()));
    } else {
      Market market = new Market(till, new Till.Size(settings.shows(), 2000, 2));
      teams.add(new Team(market, race.crowd().equals("hot"), race.threads()));
    }
  }

  private Table run() {
    Table table = new Table(race);
    for (int seconds = 0; seconds < settings.warmUp(); seconds += settings.seconds()) {
      round(true);
    }
    for (int round = 1; round <= settings.rounds(); round++) {
      List<Result> results = round(round % 2 == 1);
      for (int i = 0; i < results.size(); i++) {
        System.out.printf(
            "%s, round %d of %d: %-32s %s%n",
            race.describe(),
            round,
            settings.rounds(),
            race.contenders().get(i).name(),
            results.get(i));
      }
      table.add(results);
    }
    return table;
  }

  private List<Result> round(boolean forward) {
    Result[] results = new Result[teams.size()];
    for (int i = 0; i < results.length; i++) {
      int turn = forward ? i : results.length - 1 - i;
      results[turn] = teams.get(turn).sell(settings.seconds());
    }
    return List.of(results);
  }
}
