package io.github.boxoffice.simulator.history;

/** A history that cannot be read; the message says where and why. */
public final class HistoryException extends RuntimeException {
  /** At this place, for this reason. */
  public HistoryException(String message) {
    super(message);
  }
}
