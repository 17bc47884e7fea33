package io.github.boxoffice.model;

/** Argument checks whose message names the argument and the reason. */
final class Check {
  private Check() {}

  // @FormatMethod would be a dependency.
  @SuppressWarnings("AnnotateFormatMethod")
  static void that(boolean condition, String message, Object... args) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(message, args));
    }
  }

  /** The same for a number, which is made an object only to complain of it. */
  @SuppressWarnings("AnnotateFormatMethod")
  static void that(boolean condition, String message, long arg) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(message, arg));
    }
  }

  static String text(String value, String name) {
    that(!value.isBlank(), "%s must not be blank", name);
    return value;
  }
}
