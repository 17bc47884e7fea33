package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Threads;
import io.github.boxoffice.benchmarks.till.Till;

/**
 * Buyers who find everything new each second. In memory that is cheap to open, and so much is sold
 * that nobody could keep it for long.
 */
record Afresh(Contender contender, Load load, int shows) implements Buyers {
  @Override
  public Result sell(int seconds) {
    Result all = Result.nothing();
    for (int second = 0; second < seconds; second++) {
      try (Till till = contender.till().get()) {
        Market market = new Market(till, new Till.Size(shows, Turns.SEATS, load.together()));
        all = all.plus(new Team(market, load, Threads.PLATFORM).sell(1));
      }
    }
    return all;
  }
}
