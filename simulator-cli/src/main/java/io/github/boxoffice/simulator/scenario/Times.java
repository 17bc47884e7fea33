package io.github.boxoffice.simulator.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 250ms}, {@code 10s}, {@code 1.5m}, {@code 1h}. */
public final class Times {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final Duration LONGEST = Duration.ofHours(24);

  private Times() {}

  /**
   * Reads a duration; {@code 0} needs no unit.
   *
   * @throws IllegalArgumentException if it is none, or more than a day; the message says why
   */
  public static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("must be like 500ms, 10s or 2m, was '" + text + "'");
    }
    BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(form.group(2), 1L));
    BigDecimal nanos = new BigDecimal(form.group(1)).multiply(unit);
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new IllegalArgumentException("must be at most 24h, was " + text);
    }
    return Duration.ofNanos(nanos.longValue());
  }

  /** Writes it in the largest unit that needs no fraction. */
  public static String format(Duration time) {
    long nanos = time.toNanos();
    for (String unit : new String[] {"h", "m", "s", "ms", "us"}) {
      long size = NANOS.getOrDefault(unit, 1L);
      if (nanos >= size && nanos % size == 0) {
        return nanos / size + unit;
      }
    }
    return nanos == 0 ? "0s" : nanos / 1_000 + "us";
  }
}
