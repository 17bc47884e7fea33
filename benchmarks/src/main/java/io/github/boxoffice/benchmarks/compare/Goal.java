package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import java.util.Locale;

/**
 * What a contender must reach under one load.
 *
 * @param bound of sales the least, of waits the most: times the peer's, or sales a second if there
 *     is no peer
 * @param peer the name of another contender, or empty
 * @param best whether it is enough that one of ours reaches it, whichever sells most
 */
record Goal(Load load, Measure measure, double bound, String peer, boolean best) {

  /** Whether this is a matter of its own sales alone. */
  boolean isAbsolute() {
    return peer.isEmpty();
  }

  /**
   * Says whether it was reached.
   *
   * @param is sales a second, or the ratio to the peer
   */
  Verdict judge(double is) {
    if (isAbsolute()) {
      return verdict("at least %,.0f/s", is >= bound, "%,.0f", is);
    }
    return measure == Measure.SALES
        ? verdict((best ? "the best " : "") + "at least %.1f x " + peer, is >= bound, "%.2f", is)
        : verdict(
            measure.name().toLowerCase(Locale.ROOT) + " at most %.1f x " + peer,
            is <= bound,
            "%.2f",
            is);
  }

  private Verdict verdict(String goal, boolean reached, String was, double is) {
    return new Verdict(
        String.format(Locale.ROOT, goal, bound), reached, String.format(Locale.ROOT, was, is));
  }
}
