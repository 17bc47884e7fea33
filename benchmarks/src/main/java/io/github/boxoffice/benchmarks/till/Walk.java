package io.github.boxoffice.benchmarks.till;

/**
 * The way one buyer takes through the market: which seats of which show come next. When the seats
 * of its generation are used up it goes on to the next.
 */
public abstract sealed class Walk {
  final Market market;
  private int generation;
  private Till.Shows shows;
  private long prepared;

  private Walk(Market market) {
    this.market = market;
    this.shows = market.generation(0);
  }

  /**
   * All shows are on sale at once and no two buyers want the same seat: in turn they get the next
   * group of seats of the next show.
   *
   * @param buyer which of the buyers, from 0
   */
  public static Walk spread(Market market, int buyer, int buyers) {
    return new Spread(market, buyer, buyers);
  }

  /** One show at a time is on sale, and several buyers in a row want the same seats of it. */
  public static Walk hot(Market market) {
    return new Hot(market);
  }

  /** Buys, or is refused, at the next place. */
  public abstract boolean buy(String user);

  /**
   * Opens as many generations as will be needed until it is called again: half of one at least, and
   * twice what was needed since the last time. Called outside the measured time, so that opening
   * shows is no part of selling seats; a walk that becomes faster than that opens them on its way.
   */
  public abstract void prepare();

  final boolean buy(int in, int show, int group, String user) {
    if (in != generation) {
      generation = in;
      shows = market.generation(in);
    }
    return shows.sell(show, group, user);
  }

  final void prepare(long done, long all) {
    long needed = Math.max(all / 2, 2 * (done - prepared));
    prepared = done;
    market.generation((int) ((done + needed) / all));
  }

  private static final class Spread extends Walk {
    /** Coprime to any usual number of shows: neighbours in time are no neighbours in a table. */
    private static final long STRIDE = 7919;

    private final int buyer;
    private final int buyers;
    private long step;

    Spread(Market market, int buyer, int buyers) {
      super(market);
      this.buyer = buyer;
      this.buyers = buyers;
    }

    @Override
    public boolean buy(String user) {
      long place = step * buyers + buyer;
      step++;
      long within = place % all();
      int shows = market.size().shows();
      return buy(
          (int) (place / all()), (int) (within * STRIDE % shows), (int) (within / shows), user);
    }

    @Override
    public void prepare() {
      prepare(step * buyers, all());
    }

    private long all() {
      return (long) market.size().groups() * market.size().shows();
    }
  }

  private static final class Hot extends Walk {
    private static final int RIVALS = 4;

    private long ticket;

    Hot(Market market) {
      super(market);
    }

    @Override
    public boolean buy(String user) {
      ticket = market.ticket();
      long group = ticket / RIVALS;
      long show = group / market.size().groups();
      int shows = market.size().shows();
      return buy(
          (int) (show / shows), (int) (show % shows), (int) (group % market.size().groups()), user);
    }

    @Override
    public void prepare() {
      prepare(ticket, (long) RIVALS * market.size().groups() * market.size().shows());
    }
  }
}
