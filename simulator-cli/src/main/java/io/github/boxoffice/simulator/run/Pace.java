package io.github.boxoffice.simulator.run;

import java.util.OptionalLong;

/** When visits begin. Safe for use by any number of threads. */
interface Pace {
  /**
   * When the next visit is to begin, by {@link System#nanoTime}; whoever takes it waits until then.
   * Empty when it is over.
   */
  OptionalLong next();

  /** Whether latency counts from the planned time, not from when somebody got round to it. */
  boolean countsFromPlan();

  /** How many visits were due by now and never began. */
  long missed();
}
