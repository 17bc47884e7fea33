package io.github.boxoffice.lock;

/**
 * How long a request may wait in queues altogether. It begins when it is first asked for: whoever
 * does not queue does not look at the clock. One thread's.
 */
final class Patience {
  private final long nanos;
  private long deadline;
  private boolean began;

  Patience(long nanos) {
    this.nanos = nanos;
  }

  /** By {@link System#nanoTime}; the same whenever it is asked for. */
  long deadline() {
    if (!began) {
      deadline = System.nanoTime() + nanos;
      began = true;
    }
    return deadline;
  }
}
