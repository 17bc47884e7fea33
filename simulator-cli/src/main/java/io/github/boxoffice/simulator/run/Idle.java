package io.github.boxoffice.simulator.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The time in which there was nothing to do: every user was waiting for held seats to come back.
 * What is sold in a second is counted without it, or else a small hall would show how long holds
 * last and nothing of the strategy.
 */
final class Idle {
  private final Lock lock = new ReentrantLock();
  private final int users;
  private int waiting;
  private long since;
  private long total;

  Idle(int users) {
    this.users = users;
  }

  void enter() {
    lock.lock();
    try {
      waiting++;
      if (waiting == users) {
        since = System.nanoTime();
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      if (waiting == users) {
        total += System.nanoTime() - since;
      }
      waiting--;
    } finally {
      lock.unlock();
    }
  }

  /** The sum until now, in nanoseconds. */
  long nanos() {
    lock.lock();
    try {
      return waiting == users ? total + System.nanoTime() - since : total;
    } finally {
      lock.unlock();
    }
  }
}
