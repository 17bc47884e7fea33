package io.github.boxoffice.simulator.report;

import java.util.Locale;

/** Numbers as people read them, in every locale alike. */
final class Numbers {
  private Numbers() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Three figures that matter, no more: 0.04, 1.31, 18.4, 1,204. */
  static String measure(double value) {
    if (value >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", value);
    } else if (value >= 9.995) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** As precise as a file needs it: three places. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
