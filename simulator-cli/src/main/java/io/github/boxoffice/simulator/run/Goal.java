package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Crowd;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When it is over: enough bookings, enough time, nothing left to sell, or somebody said stop. A
 * visit needs a permit, which a visit that ends without a booking gives back, so that exactly as
 * many bookings are made as were asked for.
 */
final class Goal {
  private volatile long begun = System.nanoTime();
  private final long atMost;
  private final AtomicLong permits;
  private final AtomicLong bookings = new AtomicLong();
  private final long wanted;
  private volatile boolean stopped;
  private volatile boolean soldOut;

  Goal(Crowd crowd) {
    this.atMost = crowd.atMost().toNanos();
    this.permits = new AtomicLong(crowd.bookings().orElse(Long.MAX_VALUE / 2));
    this.wanted = permits.get();
  }

  /** Lets the time begin now. */
  void start() {
    begun = System.nanoTime();
  }

  /** Whether a visit may begin; one that may ends with {@link #booked} or {@link #missed}. */
  boolean begin() {
    if (permits.getAndDecrement() > 0) {
      return true;
    }
    permits.incrementAndGet();
    return false;
  }

  void booked() {
    bookings.incrementAndGet();
  }

  void missed() {
    permits.incrementAndGet();
  }

  long bookings() {
    return bookings.get();
  }

  void stop() {
    stopped = true;
  }

  void soldOut() {
    soldOut = true;
  }

  boolean isOver() {
    return stopped || soldOut || bookings.get() >= wanted || elapsed() >= atMost;
  }

  /** How long it has taken, in nanoseconds. */
  long elapsed() {
    return System.nanoTime() - begun;
  }

  /** How long it may still take, in nanoseconds. */
  long left() {
    return Math.max(0, atMost - elapsed());
  }
}
