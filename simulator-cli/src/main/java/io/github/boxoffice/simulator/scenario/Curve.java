package io.github.boxoffice.simulator.scenario;

import java.util.stream.DoubleStream;

/**
 * When people book: how much of a week falls on each day, and how much of a day on each minute.
 * Evenings are full, Friday and Saturday fullest. The shares are an assumption; {@code
 * docs/week.md} has them as a table.
 */
public final class Curve {
  /** Days of a week; the first is Monday. */
  public static final int DAYS = 7;

  /** Minutes of a day. */
  public static final int MINUTES = 24 * 60;

  private static final double[] DAY = {10, 10, 11, 13, 20, 22, 14};

  private static final double[] HOUR = {
    1, 0.5, 0.3, 0.2, 0.2, 0.3, 0.5, 1, 2, 3, 3.5, 4, 5, 4.5, 4, 4.5, 6, 8, 11, 13, 12, 9, 5, 2.5
  };

  private Curve() {}

  /** So many for the whole week, by the day. */
  public static long[] days(long all) {
    return spread(all, DAY);
  }

  /** So many for a day, by the minute. */
  public static long[] minutes(long all) {
    double[] weights = new double[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      weights[minute] = HOUR[minute / 60];
    }
    return spread(all, weights);
  }

  /** Each gets its share of the sum so far, rounded, less what the others have: none is lost. */
  private static long[] spread(long all, double[] weights) {
    double whole = DoubleStream.of(weights).sum();
    long[] parts = new long[weights.length];
    double sum = 0;
    long given = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += weights[i];
      long until = i == parts.length - 1 ? all : Math.round(all * (sum / whole));
      parts[i] = until - given;
      given = until;
    }
    return parts;
  }
}
