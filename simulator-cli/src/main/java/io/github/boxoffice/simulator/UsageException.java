package io.github.boxoffice.simulator;

/**
 * The command line makes no sense: the message is one line that names the option and the reason.
 */
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message);
  }

  /** Refuses unless this is so. */
  static void require(boolean condition, String message) {
    if (!condition) {
      throw new UsageException(message);
    }
  }
}
