package io.github.boxoffice.simulator.verdict;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A made-up time in which things happen one after the other. */
final class Timeline {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private long millis = 1_000_000;
  private long order;
  private long last;

  private record Task(long at, long order, Runnable what) {}

  void in(int millisFromNow, Runnable what) {
    tasks.add(new Task(millis + millisFromNow, order++, what));
  }

  void run() {
    for (Task next = tasks.poll(); next != null; next = tasks.poll()) {
      millis = next.at();
      next.what().run();
    }
  }

  void pass(long howLong) {
    millis += howLong;
  }

  long millis() {
    return millis;
  }

  /** No two readings are the same. */
  long nanos() {
    last = Math.max(last + 1, millis * 1_000_000);
    return last;
  }
}
