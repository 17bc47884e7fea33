package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clerk at work beside the users, now and then, until the users have gone. */
final class Shift {
  private static final long NOW_AND_THEN = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int SHARE = 20;
  private static final int SLOWEST_PAYMENT = 10;

  private final Sale sale;
  private final Cast cast;
  private final Clerk clerk;
  private final Duration age;
  private final Thread thread;
  private volatile boolean over;

  private Shift(Sale sale, Cast cast) {
    this.sale = sale;
    this.cast = cast;
    this.clerk = new Clerk(sale.stage().office(), sale.books());
    this.age = age(sale.scenario());
    this.thread = new Thread(this::work, "clerk");
  }

  static Shift begin(Sale sale, Cast cast) {
    Shift shift = new Shift(sale, cast);
    shift.thread.setDaemon(true);
    shift.thread.start();
    return shift;
  }

  /** Payments younger than this are on their way, most likely. */
  private static Duration age(Scenario scenario) {
    return scenario
        .till()
        .latency()
        .multipliedBy(SLOWEST_PAYMENT)
        .plus(scenario.habits().holdTtl());
  }

  private void work() {
    try {
      while (!over) {
        long begun = System.nanoTime();
        clerk.sweep();
        if (cast.settles()) {
          clerk.settle(age);
        }
        long took = System.nanoTime() - begun;
        LockSupport.parkNanos(Math.max(NOW_AND_THEN, took * SHARE));
      }
    } catch (RuntimeException e) {
      sale.books().trouble().report(e);
    }
  }

  /** Comes back when the clerk has gone. */
  void end() throws InterruptedException {
    over = true;
    LockSupport.unpark(thread);
    thread.join();
  }
}
