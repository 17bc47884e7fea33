package io.github.boxoffice.benchmarks.till;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All the shows of a benchmark. When a generation of shows is sold out the next is opened, so that
 * buyers always find seats. What is sold stays: bookings are there to be kept, ours and the peers'.
 */
public final class Market {
  private final Till till;
  private final Till.Size size;
  private final List<Till.Shows> generations = new ArrayList<>();
  private final ReentrantLock opening = new ReentrantLock();
  private final AtomicLong tickets = new AtomicLong();
  private volatile boolean ended;

  /** A market with one generation on sale. */
  public Market(Till till, Till.Size size) {
    this.till = till;
    this.size = size;
    generation(0);
  }

  /** Nobody buys here any more. */
  public void end() {
    ended = true;
  }

  /** Whether nobody buys here any more. */
  public boolean isEnded() {
    return ended;
  }

  Till.Size size() {
    return size;
  }

  /** The shows of this generation, opened by whoever comes first. */
  Till.Shows generation(int number) {
    opening.lock();
    try {
      while (generations.size() <= number) {
        generations.add(till.open(size));
      }
      return generations.get(number);
    } finally {
      opening.unlock();
    }
  }

  /** A number that no other buyer draws. */
  long ticket() {
    return tickets.getAndIncrement();
  }
}
