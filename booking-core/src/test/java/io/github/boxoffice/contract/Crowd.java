package io.github.boxoffice.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that start at the same moment. */
final class Crowd implements AutoCloseable {
  private static final int SPINS = 2_000;
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "crowd");
            thread.setDaemon(true);
            return thread;
          });

  /** Runs all of them at once, each in a thread of its own; answers in the order of the list. */
  <T> List<T> all(List<? extends Callable<? extends T>> tasks) {
    AtomicInteger missing = new AtomicInteger(tasks.size());
    List<Future<T>> running = new ArrayList<>();
    for (Callable<? extends T> task : tasks) {
      running.add(
          threads.submit(
              () -> {
                missing.decrementAndGet();
                awaitAll(missing);
                return task.call();
              }));
    }
    List<T> answers = new ArrayList<>();
    running.forEach(one -> answers.add(answer(one)));
    return answers;
  }

  /** Spins, because threads that are woken start one after another. */
  private static void awaitAll(AtomicInteger missing) {
    for (int turn = 0; missing.get() > 0; turn++) {
      if (turn < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1_000);
      }
    }
  }

  private static <T> T answer(Future<T> running) {
    try {
      return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread of the crowd failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the crowd was at work", e);
    } catch (TimeoutException e) {
      throw new AssertionError("a thread of the crowd got no answer", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
