package io.github.boxoffice.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns for those who write, in a database where one who undoes his work can undo another's with
 * it; see {@link Dialect#writesByTurns}. All stores of this process on one database take them from
 * each other. Nobody who has a turn asks for a second one.
 */
final class Turns {
  private static final ConcurrentMap<String, Lock> BY_DATABASE = new ConcurrentHashMap<>();

  private final @Nullable Lock lock;

  private Turns(@Nullable Lock lock) {
    this.lock = lock;
  }

  /** The turns of the database that this data source leads to. */
  static Turns in(DataSource dataSource, Dialect dialect) {
    return new Turns(
        Transactions.ask(dataSource, dialect::writesByTurns)
            .map(name -> BY_DATABASE.computeIfAbsent(name, missing -> new ReentrantLock()))
            .orElse(null));
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
