package io.github.boxoffice.benchmarks;

import io.github.boxoffice.benchmarks.till.Market;
import io.github.boxoffice.benchmarks.till.Walk;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread's buyer, with a name of its own and its own way through the market. */
@State(Scope.Thread)
public class Buyer {
  private String name = "";
  private int number;
  private int of;
  private @Nullable Market market;
  private @Nullable Walk walk;

  /** Learns which of the buyers this is. */
  @Setup(Level.Trial)
  public void number(ThreadParams thread) {
    number = thread.getThreadIndex();
    of = thread.getThreadCount();
    name = "user-" + number;
  }

  /** Sees to it that there are seats for another iteration. */
  @Setup(Level.Iteration)
  public void prepare() {
    if (walk != null && market != null && !market.isEnded()) {
      walk.prepare();
    }
  }

  /** Buys the next seats, or is refused them. */
  boolean buy(Place place) {
    Walk way = walk;
    if (way == null || market != place.market()) {
      market = place.market();
      way = place.isHot() ? Walk.hot(market) : Walk.spread(market, number, of);
      walk = way;
    }
    return way.buy(name);
  }
}
