package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody wants, and the thread that waits for it. Its fate is written once, by the
 * leader who took it out of the queue, or by its own caller before it was in; {@link #state} is
 * written last, so whoever sees it sees the rest.
 */
final class Request {
  private enum State {
    WAITING,
    LEADS,
    ANSWERED,
    FAILED
  }

  private final SeatChange change;
  private final Thread caller = Thread.currentThread();
  private @Nullable ChangeResult result;
  private @Nullable Throwable failure;
  private volatile State state = State.WAITING;

  /** The change is wanted by the current thread, which alone may wait for it. */
  Request(SeatChange change) {
    this.change = change;
  }

  SeatChange change() {
    return change;
  }

  /**
   * Waits for its fate.
   *
   * @param deadline by {@link System#nanoTime}
   * @return false if the deadline passed, or the caller was interrupted, which it stays
   */
  boolean await(long deadline) {
    while (isWaiting()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || caller.isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(this, left);
    }
    return true;
  }

  /**
   * Waits for its fate, whatever else happens.
   *
   * @return whether the caller was interrupted, which it is no more
   */
  boolean await() {
    boolean interrupted = Thread.interrupted();
    while (isWaiting()) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    return interrupted;
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  boolean leads() {
    return state == State.LEADS;
  }

  /** What became of it, once it is known. */
  ChangeResult answer() {
    if (result != null) {
      return result;
    }
    if (failure instanceof StoreException) {
      throw new StoreException("a change that was made together with others failed", failure);
    }
    throw new CompletionException("the thread that made this change with others failed", failure);
  }

  void lead() {
    become(State.LEADS);
  }

  void answer(ChangeResult known) {
    result = known;
    become(State.ANSWERED);
  }

  void fail(Throwable cause) {
    failure = cause;
    become(State.FAILED);
  }

  private void become(State next) {
    state = next;
    if (caller != Thread.currentThread()) {
      LockSupport.unpark(caller);
    }
  }
}
