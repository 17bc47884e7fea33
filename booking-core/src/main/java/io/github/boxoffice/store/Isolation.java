package io.github.boxoffice.store;

import java.time.Duration;

/**
 * How a store keeps rivals apart while it makes one change. Whichever it is, the write is guarded
 * by the state it expects: isolation decides who waits and who loses, never whether a seat is sold
 * twice.
 */
public sealed interface Isolation {
  /** No lock beyond what the guarded write itself needs. */
  Isolation GUARDED = new Guarded();

  /** The whole change in one SERIALIZABLE transaction. */
  Isolation SERIALIZABLE = new Serializable();

  /** Locks the seats first, in seat order, waiting for each no longer than this. */
  static Isolation rowLocks(Duration wait) {
    return new RowLocks(wait);
  }

  /** See {@link #GUARDED}. */
  record Guarded() implements Isolation {}

  /** See {@link #SERIALIZABLE}. */
  record Serializable() implements Isolation {}

  /**
   * See {@link #rowLocks}.
   *
   * @param patience the longest wait for a lock; zero to give up at once
   */
  record RowLocks(Duration patience) implements Isolation {
    /** Refuses negative waits. */
    public RowLocks {
      if (patience.isNegative()) {
        throw new IllegalArgumentException("patience must not be negative, was " + patience);
      }
    }
  }
}
