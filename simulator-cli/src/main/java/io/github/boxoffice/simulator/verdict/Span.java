package io.github.boxoffice.simulator.verdict;

/**
 * When an operation was under way: it took effect, if it did, at some moment between both ends.
 *
 * @param invoked the number of the event that began it
 * @param from when it was invoked, by the recorder's clock
 * @param to when it was completed; {@link #NEVER} if nobody knows that it was
 */
record Span(long invoked, long from, long to) {
  /** After everything. */
  static final long NEVER = Long.MAX_VALUE;
}
