package io.github.boxoffice.simulator.run;

import java.util.OptionalLong;

/** Everybody begins again when they are done: a slow store sees fewer visits. */
record ClosedPace(Goal goal) implements Pace {
  @Override
  public OptionalLong next() {
    return goal.isOver() ? OptionalLong.empty() : OptionalLong.of(System.nanoTime());
  }

  @Override
  public boolean countsFromPlan() {
    return false;
  }

  @Override
  public long missed() {
    return 0;
  }
}
