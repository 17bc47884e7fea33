package io.github.boxoffice.benchmarks.till;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that are there for one piece of work alone. */
public final class Threads {
  private Threads() {}

  /** What is done on them. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, and says what came of it. */
    T on(ExecutorService threads) throws InterruptedException, ExecutionException;
  }

  /** Does the work on so many; what fails on one of them fails here. */
  public static <T> T lend(int count, Work<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      return work.on(threads);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
