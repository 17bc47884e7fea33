package io.github.boxoffice.benchmarks.till;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that are there for one piece of work alone. */
public enum Threads {
  /** The system's. */
  PLATFORM {
    @Override
    ExecutorService open(int count) {
      return Executors.newFixedThreadPool(count);
    }
  },

  /**
   * The JVM's, where {@link #hasVirtual}; asked for by reflection because our bytecode is that of
   * Java 17. Only for work that waits for a server: none is ever put aside for another as long as
   * it goes on, so the first few that need not wait would be alone until they end.
   */
  VIRTUAL {
    @Override
    ExecutorService open(int count) {
      try {
        return (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getTargetException());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a JVM without virtual threads", e);
      }
    }
  };

  /**
   * From 21 to 23 there are some, but one that waits inside {@code synchronized}, as drivers do,
   * keeps its carrier: a few could stop all others.
   */
  public static final int VIRTUAL_SINCE = 24;

  /** What is done on them. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it, and says what came of it. */
    T on(ExecutorService threads) throws InterruptedException, ExecutionException;
  }

  /** Whether this JVM has virtual ones that can wait for a database. */
  public static boolean hasVirtual() {
    return Runtime.version().feature() >= VIRTUAL_SINCE;
  }

  /** For so many pieces of work at the same time. */
  abstract ExecutorService open(int count);

  /** Does the work on so many; what fails on one of them fails here. */
  public <T> T lend(int count, Work<T> work) {
    ExecutorService threads = open(count);
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
