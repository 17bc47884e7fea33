package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.store.ChangeResult;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Threads that ask for something, and ways to see how far they have come. */
final class Callers {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private Callers() {}

  /**
   * Somebody who asks.
   *
   * @param interrupted becomes whether the thread was interrupted when it had its answer
   */
  record Caller(Thread thread, FutureTask<ChangeResult> task, AtomicBoolean interrupted) {
    /** What the caller was answered. */
    ChangeResult answer() {
      try {
        return task.get(PATIENCE, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError("no answer but " + e.getCause(), e.getCause());
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("no answer", e);
      }
    }

    /** What was thrown at the caller. */
    Throwable failure() {
      try {
        throw new AssertionError("answered " + task.get(PATIENCE, TimeUnit.NANOSECONDS));
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("no answer", e);
      }
    }

    /** Whether the answer left the thread interrupted. */
    boolean stayedInterrupted() {
      await("the thread ends", () -> !thread.isAlive());
      return interrupted.get();
    }

    /** Waits until the caller waits for this kind of thing. */
    Caller awaitBlockedBy(Class<?> type) {
      await(thread + " waits for " + type, () -> type.isInstance(LockSupport.getBlocker(thread)));
      return this;
    }
  }

  static Caller ask(Callable<ChangeResult> what) {
    AtomicBoolean interrupted = new AtomicBoolean();
    FutureTask<ChangeResult> task =
        new FutureTask<>(
            () -> {
              try {
                return what.call();
              } finally {
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    Thread thread = new Thread(task, "caller");
    thread.setDaemon(true);
    thread.start();
    return new Caller(thread, task, interrupted);
  }

  static void await(String what, BooleanSupplier done) {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE);
      LockSupport.parkNanos(50_000);
    }
  }
}
