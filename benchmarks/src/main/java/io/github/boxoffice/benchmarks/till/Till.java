package io.github.boxoffice.benchmarks.till;

/** A way to sell seats: Boxoffice, or somebody's own. Safe for use by any number of threads. */
public interface Till extends AutoCloseable {
  /**
   * Puts shows on sale, of {@link Size#seats()} seats each; those opened before stay as they are.
   */
  Shows open(Size size);

  @Override
  void close();

  /** Shows that were opened together. */
  interface Shows {
    /**
     * Holds some seats side by side and then makes them a booking, which are two transactions.
     *
     * @param show which of these shows, from 0
     * @param group which seats: the {@code group}-th {@link Size#together()} of them, from 0
     * @param user who buys
     * @return false if somebody else has one of the seats
     */
    boolean sell(int show, int group, String user);
  }

  /**
   * How much is on sale.
   *
   * @param shows how many shows
   * @param seats how many seats in each
   * @param together how many seats are sold together
   */
  record Size(int shows, int seats, int together) {
    /** How many times seats of one show can be sold. */
    public int groups() {
      return seats / together;
    }
  }
}
