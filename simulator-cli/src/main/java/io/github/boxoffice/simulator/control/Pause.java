package io.github.boxoffice.simulator.control;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What lies between the check and the write in every real application: the way to the database and
 * back, a template, a log line. Nothing would be wrong with it if the check still held afterwards.
 */
final class Pause {
  private static final long ROUND_TRIP = TimeUnit.MILLISECONDS.toNanos(1);

  private Pause() {}

  static void betweenCheckAndWrite() {
    LockSupport.parkNanos(ROUND_TRIP);
  }
}
