package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.report.Section;
import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Threads;
import io.github.boxoffice.benchmarks.till.Till;
import java.util.ArrayList;
import java.util.List;

/**
 * A race in one JVM, and against one server: all contenders are open at once, each with a store of
 * its own, and take turns of some seconds. What ran seconds apart is compared, so a machine that
 * others load too says more this way than with a JVM each. Every other round goes the other way
 * round, so that none always sells while the server still tidies up after the same rival.
 */
final class Turns {
  /** How many seats a show has, where it is not rushed for. */
  static final int SEATS = 2000;

  private final Race race;
  private final Settings settings;
  private final List<Buyers> teams = new ArrayList<>();

  private Turns(Race race, Settings settings) {
    this.race = race;
    this.settings = settings;
  }

  /**
   * Runs a race.
   *
   * @param warmUp for how many seconds each warms up before, at least
   */
  static Section run(Race race, Settings settings, int warmUp) {
    Turns turns = new Turns(race, settings);
    List<Till> tills = new ArrayList<>();
    try {
      for (Contender contender : race.contenders()) {
        turns.join(contender, tills);
      }
      return turns.run(warmUp);
    } finally {
      tills.forEach(Till::close);
    }
  }

  private void join(Contender contender, List<Till> tills) {
    Load load = race.load();
    int shows = settings.showsOf(contender);
    if (race.field() == Field.MEMORY) {
      teams.add(new Afresh(contender, load, shows));
      return;
    }
    Till till = contender.till().get();
    tills.add(till);
    Threads threads = race.field().isServer() ? settings.threads() : Threads.PLATFORM;
    if (load.crowd().equals(Load.RUSH)) {
      teams.add(new Rush(till, shows, load, threads));
    } else {
      Market market = new Market(till, new Till.Size(shows, SEATS, load.together()));
      teams.add(new Team(market, load, threads));
    }
  }

  private Section run(int warmUp) {
    Table table = new Table(race);
    for (int seconds = 0; seconds < warmUp; seconds += settings.seconds()) {
      round(true);
    }
    for (int round = 1; round <= settings.rounds(); round++) {
      List<Result> results = round(round % 2 == 1);
      for (int i = 0; i < results.size(); i++) {
        System.out.printf(
            "%s, round %d of %d: %-30s %s%n",
            race.describe(),
            round,
            settings.rounds(),
            race.contenders().get(i).label(),
            results.get(i));
      }
      table.add(results);
    }
    return table.section();
  }

  private List<Result> round(boolean forward) {
    Result[] results = new Result[teams.size()];
    for (int i = 0; i < results.length; i++) {
      int turn = forward ? i : results.length - 1 - i;
      collectGarbage();
      results[turn] = teams.get(turn).sell(settings.seconds());
    }
    return List.of(results);
  }

  /** So that nobody's turn pays for what the one before left behind. */
  @SuppressWarnings("SystemGc")
  private static void collectGarbage() {
    System.gc();
  }
}
