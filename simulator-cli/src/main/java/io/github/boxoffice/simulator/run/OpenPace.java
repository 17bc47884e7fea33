package io.github.boxoffice.simulator.run;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * People come when they come, at a mean rate and independently of each other (a Poisson process),
 * however long the others take.
 */
final class OpenPace implements Pace {
  private final Lock lock = new ReentrantLock();
  private final Goal goal;
  private final double meanGap;
  private final SplittableRandom random;
  private long next;
  private boolean begun;

  /**
   * @param rate visits in a second
   */
  OpenPace(Goal goal, double rate, SplittableRandom random) {
    this.goal = goal;
    this.meanGap = 1e9 / rate;
    this.random = random;
  }

  @Override
  public OptionalLong next() {
    if (goal.isOver()) {
      return OptionalLong.empty();
    }
    lock.lock();
    try {
      next = begun ? next : System.nanoTime();
      begun = true;
      next += (long) (-meanGap * Math.log1p(-random.nextDouble()));
      return OptionalLong.of(next);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean countsFromPlan() {
    return true;
  }

  @Override
  public long missed() {
    lock.lock();
    try {
      return begun ? Math.max(0, Math.round((System.nanoTime() - next) / meanGap)) : 0;
    } finally {
      lock.unlock();
    }
  }
}
