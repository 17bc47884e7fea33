package io.github.boxoffice.store.memory;

import io.github.boxoffice.store.HoldRecord;

/**
 * One hold, as the seats that it has point at it. Its record changes only under the locks of all
 * its seats, and may be read at any time.
 */
final class MemoryHold {
  private final long fence;
  private volatile HoldRecord known;

  MemoryHold(HoldRecord first, long fence) {
    this.known = first;
    this.fence = fence;
  }

  HoldRecord known() {
    return known;
  }

  void become(HoldRecord next) {
    known = next;
  }

  /** The highest fence under which its seats were written, its own or an earlier holder's. */
  long fence() {
    return fence;
  }
}
