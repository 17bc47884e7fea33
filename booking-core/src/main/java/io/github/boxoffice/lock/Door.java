package io.github.boxoffice.lock;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets callers in until it is shut, and knows when the last of them has left.
 *
 * <p>Who is inside is counted, and that it is shut is the sign of the same number. So whoever comes
 * in is either counted before it is shut, and waited for, or sees that it is. One addition each
 * way, however many come at once; a read-write lock would count them in a loop of compare-and-set,
 * and {@link java.util.concurrent.locks.StampedLock} makes readers beyond its 126th take turns.
 */
final class Door {
  private static final long SHUT = Long.MIN_VALUE;

  private final AtomicLong inside = new AtomicLong();
  private final Semaphore empty = new Semaphore(0);

  /**
   * Whoever comes in must {@link #leave}.
   *
   * @return false if it is shut; then the caller is not in
   */
  boolean enter() {
    if (inside.getAndIncrement() >= 0) {
      return true;
    }
    leave();
    return false;
  }

  /** Whether more than so many are in; the caller is one of them. */
  boolean hasMoreThan(int few) {
    return (inside.get() & ~SHUT) > few;
  }

  void leave() {
    if (inside.decrementAndGet() == SHUT) {
      empty.release();
    }
  }

  /** Lets nobody in any more, and waits until all have left; an interrupt is kept for later. */
  void shut() {
    if (inside.getAndUpdate(count -> count | SHUT) == 0) {
      empty.release();
    }
    empty.acquireUninterruptibly();
    empty.release(); // For whoever shuts it again.
  }
}
