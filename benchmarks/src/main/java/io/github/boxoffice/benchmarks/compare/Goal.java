package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import java.util.Locale;

/**
 * What a contender must reach under one load.
 *
 * @param least times the sales of the peer; sales a second if there is no peer
 * @param peer the name of a peer, or empty
 */
record Goal(Load load, double least, String peer) {

  /** Whether this is a matter of sales alone. */
  boolean isAbsolute() {
    return peer.isEmpty();
  }

  /**
   * Says whether it was reached.
   *
   * @param is sales a second, or the ratio to the peer
   */
  Verdict judge(double is) {
    return isAbsolute()
        ? verdict("at least %,.0f/s", "%,.0f", is)
        : verdict("at least %.1f x " + peer, "%.2f", is);
  }

  private Verdict verdict(String goal, String was, double is) {
    return new Verdict(
        String.format(Locale.ROOT, goal, least), is >= least, String.format(Locale.ROOT, was, is));
  }
}
