package io.github.boxoffice.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
  static final Turns NONE = new Turns(null);

  private static final ConcurrentMap<String, Turns> BY_DATABASE = new ConcurrentHashMap<>();

  private final @Nullable Lock lock;

  private Turns(@Nullable Lock lock) {
    this.lock = lock;
  }

  /** The turns in this database, by a name that is the same for all who come to it. */
  static Turns in(String database) {
    return BY_DATABASE.computeIfAbsent(database, missing -> new Turns(new ReentrantLock()));
  }

  /** Runs this when it is its turn, where there are turns; at once elsewhere. */
  <T extends @Nullable Object> T take(Supplier<T> work) {
    if (lock == null) {
      return work.get();
    }
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
