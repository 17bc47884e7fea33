package io.github.boxoffice.simulator;

/** The software failed, for a reason that can be said in a line. */
final class FailureException extends RuntimeException {
  FailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
