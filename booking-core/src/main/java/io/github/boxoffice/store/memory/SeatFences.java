package io.github.boxoffice.store.memory;

import java.util.concurrent.locks.ReentrantLock;

/**
 * The highest fence that each seat was written under; a seat's is read and written under that
 * seat's lock only. Takes no room before the first lease.
 */
final class SeatFences {
  private static final long[] NONE = {};

  private final int seats;
  private final ReentrantLock making = new ReentrantLock();
  private volatile long[] fences = NONE;

  SeatFences(int seats) {
    this.seats = seats;
  }

  long highest(int seat) {
    long[] known = fences;
    return known == NONE ? 0 : known[seat];
  }

  void raise(int seat, long fence) {
    if (fence > highest(seat)) {
      make()[seat] = fence;
    }
  }

  private long[] make() {
    if (fences == NONE) {
      making.lock();
      try {
        fences = fences == NONE ? new long[seats] : fences;
      } finally {
        making.unlock();
      }
    }
    return fences;
  }
}
