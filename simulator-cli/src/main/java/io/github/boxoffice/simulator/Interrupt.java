package io.github.boxoffice.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C: the run is ended, and the JVM with it once the verdict on what was run is there, with the
 * exit code of that verdict.
 */
final class Interrupt {
  private static final CountDownLatch FINISHED = new CountDownLatch(1);
  private static final AtomicInteger CODE = new AtomicInteger(Exit.FAILED);
  private static final long PATIENCE_SECONDS = 60;

  private final Thread hook;

  private Interrupt(Thread hook) {
    this.hook = hook;
  }

  /** Until it is closed, Ctrl-C asks this to stop. */
  static Interrupt stops(Stop stop) {
    Thread hook = new Thread(() -> interrupted(stop), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interrupt(hook);
  }

  private static void interrupted(Stop stop) {
    stop.ask();
    try {
      if (FINISHED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(CODE.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is printed; a JVM that is about to end may end, with this exit code. */
  static void finished(int code) {
    CODE.set(code);
    FINISHED.countDown();
  }

  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook waits for us.
    }
  }
}
