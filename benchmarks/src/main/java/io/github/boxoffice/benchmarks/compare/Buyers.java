package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.Threads;

/** Those who buy from one contender, turn after turn. */
interface Buyers {
  /** All buy for some seconds. */
  Result sell(int seconds);

  /** Takes a turn, on so many threads of its own, and says what this JVM spent on it. */
  static Result take(Threads threads, int count, Threads.Work<Result> turn) {
    return threads.lend(
        count,
        own -> {
          Effort.Meter meter = new Effort.Meter();
          Result result = turn.on(own);
          return result.spending(meter.end()); // Before they end: it does not count those that did.
        });
  }
}
