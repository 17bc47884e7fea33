package io.github.boxoffice.benchmarks.compare;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Those who buy from one contender, turn after turn. */
interface Buyers {
  /** All buy for some seconds. */
  Result sell(int seconds);

  /** A turn, on threads that are there for it alone; what it spends is measured by others. */
  @FunctionalInterface
  interface Turn {
    Result on(ExecutorService threads) throws InterruptedException, ExecutionException;
  }

  /**
   * Takes a turn, and says what this JVM spent on it; what fails on a thread of its own fails here.
   */
  static Result take(int threads, Turn turn) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Effort.Meter meter = new Effort.Meter();
      Result result = turn.on(pool);
      return result.spending(meter.end());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
