package io.github.boxoffice.simulator.verdict;

/**
 * Whether payments were declined about as often as was set. How often by chance a fair gateway
 * would be this far off is bounded by Chernoff; what nobody heard of may have been either.
 */
final class DeclinedShare {
  /** One false alarm in a thousand million runs, half of it on either side. */
  static final double FALSE_ALARM = 1e-9;

  private final double rate;

  DeclinedShare(double rate) {
    this.rate = rate;
  }

  /**
   * Judges a run.
   *
   * @param declined charges declined
   * @param captured charges captured
   * @param unknown charges that may have been either
   */
  void check(long declined, long captured, long unknown, Findings findings) {
    long all = declined + captured + unknown;
    if (isTooMany(declined, all) || isTooFew(declined + unknown, all)) {
      findings.violated(
          Invariant.DECLINED_SHARE,
          "%d of %d payments were declined (%d more are unknown), where a share of %s was set",
          declined,
          all,
          unknown,
          rate);
    }
  }

  private boolean isTooMany(long declined, long all) {
    return declined > rate * all && chance(declined, all) < FALSE_ALARM / 2;
  }

  private boolean isTooFew(long declined, long all) {
    return declined < rate * all && chance(declined, all) < FALSE_ALARM / 2;
  }

  /** At most the chance of this many or more, or this many or fewer, whichever is the rarer. */
  private double chance(long some, long all) {
    double share = (double) some / all;
    return Math.exp(-all * (term(share, rate) + term(1 - share, 1 - rate)));
  }

  private static double term(double seen, double set) {
    return seen == 0 ? 0 : seen * Math.log(seen / set);
  }
}
