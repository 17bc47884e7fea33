package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;

/**
 * How rivals for a seat are kept apart: decides who waits, who retries and who loses, and makes the
 * change through the store's guarded writes.
 *
 * <p>A strategy of your own is one class with a public constructor without arguments, named in
 * {@code META-INF/services/io.github.boxoffice.lock.SeatLockStrategy}; it is then found by its
 * {@link #name()}. Run the published contract tests against it.
 *
 * <p>Implementations are safe for use by any number of threads, and keep nothing that a call for
 * another {@link Ground} could meet.
 */
public interface SeatLockStrategy extends AutoCloseable {
  /** The name it is chosen by: lower case, such as {@code optimistic}. */
  String name();

  /**
   * Makes the change, or says why not. May wait and retry within its bounds; never answers {@link
   * ChangeResult.Conflict}, which is a store's word to its strategy.
   *
   * @param change what is wanted
   * @param ground where
   * @throws io.github.boxoffice.store.StoreException if the storage is broken; the change certainly
   *     did not happen
   */
  ChangeResult apply(SeatChange change, Ground ground);

  /**
   * Finishes what was accepted and ends what was started. What is asked for later may be an {@link
   * IllegalStateException}. By default there is nothing to finish, and nothing ends.
   */
  @Override
  default void close() {}
}
