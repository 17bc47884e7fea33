package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.till.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** How often in a second something can be done, by some threads at once. */
final class Rate {
  private Rate() {}

  /** What one thread does, again and again. */
  @FunctionalInterface
  interface Work {
    /** Does it some times, and says how many. */
    long some() throws Exception;
  }

  /** Measures for some seconds, after as many to warm up. */
  static double of(List<? extends Work> workers, int seconds) {
    return Threads.lend(
        workers.size(),
        threads -> {
          measure(threads, workers, seconds);
          return measure(threads, workers, seconds);
        });
  }

  private static double measure(ExecutorService threads, List<? extends Work> workers, int seconds)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + Duration.ofSeconds(seconds).toNanos();
    List<Callable<Long>> tasks = new ArrayList<>();
    workers.forEach(work -> tasks.add(() -> until(end, work)));
    long done = 0;
    for (Future<Long> each : threads.invokeAll(tasks)) {
      done += each.get();
    }
    return done * 1e9 / (System.nanoTime() - start);
  }

  private static long until(long end, Work work) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      done += work.some();
    }
    return done;
  }
}
