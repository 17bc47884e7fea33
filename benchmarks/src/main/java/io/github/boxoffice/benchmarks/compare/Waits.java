package io.github.boxoffice.benchmarks.compare;

import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How long buyers waited for hold and confirm together, those who got their seats apart from those
 * who were refused: a refusal is quick, and among sales it would hide the slow ones. Each buyer's
 * next sale began when the last had ended: such a load waits along with a database that stalls, and
 * so hides how long others would have.
 */
final class Waits {
  private static final long LONGEST = 100_000_000_000L;
  private static final int DIGITS = 2;

  private final Histogram sold = new Histogram(LONGEST, DIGITS);
  private final Histogram refused = new Histogram(LONGEST, DIGITS);

  /** One for each of so many buyers. */
  static List<Waits> list(int buyers) {
    return Stream.generate(Waits::new).limit(buyers).toList();
  }

  void add(boolean wasSold, long nanos) {
    (wasSold ? sold : refused).recordValue(Math.min(nanos, LONGEST));
  }

  void add(Waits others) {
    sold.add(others.sold);
    refused.add(others.refused);
  }

  Histogram sold() {
    return sold;
  }

  Histogram refused() {
    return refused;
  }
}
