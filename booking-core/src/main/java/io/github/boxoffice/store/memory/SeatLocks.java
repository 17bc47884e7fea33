package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.SeatSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock per seat, four bytes each. They are held for some hundred nanoseconds, never across I/O,
 * so waiting is spinning, then yielding, then short parking for the case that the owner was
 * descheduled.
 *
 * <p>Deadlock is impossible: every caller takes its seats in seat order.
 */
final class SeatLocks {
  private static final int FREE = 0;
  private static final int LOCKED = 1;
  private static final int SPINS = 64;
  private static final int YIELDS = 256;
  private static final long PARK_NANOS = 20_000;

  private final AtomicIntegerArray locks;

  SeatLocks(int seats) {
    this.locks = new AtomicIntegerArray(seats);
  }

  /**
   * Locks all these seats or none.
   *
   * @param waitNanos the longest wait for each
   * @return whether they are locked now
   */
  boolean lock(SeatSet seats, long waitNanos) {
    for (int i = 0; i < seats.size(); i++) {
      int seat = seats.get(i);
      if (!locks.compareAndSet(seat, FREE, LOCKED) && !await(seat, waitNanos)) {
        unlockFirst(seats, i);
        return false;
      }
    }
    return true;
  }

  void unlock(SeatSet seats) {
    unlockFirst(seats, seats.size());
  }

  private void unlockFirst(SeatSet seats, int count) {
    for (int i = 0; i < count; i++) {
      locks.setRelease(seats.get(i), FREE);
    }
  }

  private boolean await(int seat, long waitNanos) {
    long start = System.nanoTime();
    for (int turn = 0; System.nanoTime() - start < waitNanos; turn++) {
      if (locks.getPlain(seat) == FREE && locks.compareAndSet(seat, FREE, LOCKED)) {
        return true;
      }
      pause(turn);
    }
    return false;
  }

  /**
   * Waits a little.
   *
   * @param turn how often the caller has waited before
   */
  // Yielding is a hint for the case that the owner waits for our processor; nothing rests on it.
  @SuppressWarnings("ThreadPriorityCheck")
  static void pause(int turn) {
    if (turn < SPINS) {
      Thread.onSpinWait();
    } else if (turn < YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }
}
