package io.github.boxoffice.simulator.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first thing that went wrong with the software itself, if anything did. */
final class Trouble {
  private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
  private final Runnable stop;

  /**
   * @param stop what ends the run
   */
  Trouble(Runnable stop) {
    this.stop = stop;
  }

  void report(RuntimeException cause) {
    first.compareAndSet(null, cause);
    stop.run();
  }

  /** Throws it, if anything went wrong. */
  void rethrow() {
    RuntimeException cause = first.get();
    if (cause != null) {
      throw cause;
    }
  }
}
