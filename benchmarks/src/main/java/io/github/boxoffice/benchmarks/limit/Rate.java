package io.github.boxoffice.benchmarks.limit;

import io.github.boxoffice.benchmarks.till.Threads;
import java.sql.SQLException;
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

  /** Work with something to close in the end. */
  interface Session extends Work, AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** Opens the session with this number. */
  @FunctionalInterface
  interface Opener {
    Session open(int number) throws SQLException;
  }

  /** Measures for some seconds, after as many to warm up. */
  static double of(List<? extends Work> workers, int seconds) {
    return of(Threads.PLATFORM, workers, seconds);
  }

  /** The same on threads of this kind. */
  static double of(Threads kind, List<? extends Work> workers, int seconds) {
    return kind.lend(
        workers.size(),
        threads -> {
          measure(threads, workers, seconds);
          return measure(threads, workers, seconds);
        });
  }

  /** The same for this many sessions with a database, each on a thread of its own. */
  static double of(int sessions, Opener opener, int seconds) {
    List<Session> open = new ArrayList<>();
    try {
      try {
        for (int i = 0; i < sessions; i++) {
          open.add(opener.open(i));
        }
        return of(open, seconds);
      } finally {
        for (Session each : open) {
          each.close();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
