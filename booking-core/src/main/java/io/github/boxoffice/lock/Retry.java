package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks again after a conflict, a bounded number of times, with a pause that doubles and is drawn
 * between nothing and its bound ("full jitter", as in Marc Brooker's "Exponential Backoff And
 * Jitter"), so that rivals who collided once do not collide again in step.
 *
 * @param times how often at most
 */
record Retry(int times) {
  private static final long FIRST_PAUSE = TimeUnit.MICROSECONDS.toNanos(200);
  private static final int DOUBLINGS = 7;

  Retry {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, was " + times);
    }
  }

  /** The last answer that is no conflict, or contended when there is none. */
  ChangeResult run(Supplier<ChangeResult> attempt) {
    for (int made = 0; made < times; made++) {
      ChangeResult result = attempt.get();
      if (!(result instanceof ChangeResult.Conflict)) {
        return result;
      }
      if (Thread.currentThread().isInterrupted()) {
        break; // Whoever interrupts wants an answer, and the flag stays set for them.
      }
      long bound = FIRST_PAUSE << Math.min(made, DOUBLINGS);
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound));
    }
    return new ChangeResult.Contended();
  }
}
