package io.github.boxoffice.simulator.server;

import java.util.function.Function;

/** What failed and why, down to the cause. */
public final class Reasons {
  private Reasons() {}

  /** Without saying anything twice; each failure in the words that are given for it. */
  public static String of(Throwable failure, Function<Throwable, String> words) {
    StringBuilder text = new StringBuilder(words.apply(failure));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      String why = words.apply(cause);
      if (text.indexOf(why) < 0) {
        text.append(": ").append(why);
      }
    }
    return text.toString();
  }
}
