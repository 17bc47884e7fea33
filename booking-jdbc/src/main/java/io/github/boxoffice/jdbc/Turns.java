package io.github.boxoffice.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns for those who write, in a database where one who undoes his work can undo another's with
 * it; see {@link Dialect#turns}. All stores of this process on one database take them from each
 * other. Nobody who has a turn asks for a second one.
 */
final class Turns {
  /** Everybody writes when they like. */
  static final Turns NONE = new Turns(null, 0);

  private static final ConcurrentMap<String, Lock> BY_DATABASE = new ConcurrentHashMap<>();

  private final @Nullable Lock lock;
  private final long patienceMillis;

  private Turns(@Nullable Lock lock, long patienceMillis) {
    this.lock = lock;
    this.patienceMillis = patienceMillis;
  }

  /**
   * The turns in a database.
   *
   * @param database a name that is the same for all who come to it
   * @param patienceMillis how long to wait for one's turn
   */
  static Turns in(String database, long patienceMillis) {
    return new Turns(
        BY_DATABASE.computeIfAbsent(database, missing -> new ReentrantLock()), patienceMillis);
  }

  /**
   * Runs this when it is its turn, where there are turns; at once elsewhere.
   *
   * @param late answers instead if the turn did not come in time, or the caller was interrupted,
   *     which it stays
   */
  <T extends @Nullable Object> T take(Supplier<T> work, Supplier<T> late) {
    if (lock == null) {
      return work.get();
    } else if (!comes(lock)) {
      return late.get();
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private boolean comes(Lock turn) {
    try {
      return turn.tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
