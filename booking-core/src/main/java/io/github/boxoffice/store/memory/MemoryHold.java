package io.github.boxoffice.store.memory;

import io.github.boxoffice.store.HoldRecord;

/**
 * One hold, as the seats that it has point at it. Its record changes only under the locks of all
 * its seats, and may be read at any time.
 */
final class MemoryHold {
  private volatile HoldRecord known;

  MemoryHold(HoldRecord first) {
    this.known = first;
  }

  HoldRecord known() {
    return known;
  }

  void become(HoldRecord next) {
    known = next;
  }
}
