package io.github.boxoffice.simulator.scenario;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many seats a booking has.
 *
 * @param least at least
 * @param most at most
 */
public record SeatCount(int least, int most) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");

  /** Refuses none, and a range the wrong way round. */
  public SeatCount {
    if (least < 1) {
      throw new IllegalArgumentException("a booking has at least 1 seat");
    }
    if (most < least) {
      throw new IllegalArgumentException(least + " is more than " + most);
    }
  }

  /**
   * Reads {@code A..B} or {@code A}.
   *
   * @throws IllegalArgumentException if it is neither; the message says why
   */
  public static SeatCount parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("must be like 1..4 or 2, was '" + text + "'");
    }
    int least = Integer.parseInt(form.group(1));
    return new SeatCount(least, form.group(2) == null ? least : Integer.parseInt(form.group(2)));
  }

  /** One of them, each as likely as the others. */
  public int draw(SplittableRandom random) {
    return random.nextInt(least, most + 1);
  }

  @Override
  public String toString() {
    return least + ".." + most;
  }
}
