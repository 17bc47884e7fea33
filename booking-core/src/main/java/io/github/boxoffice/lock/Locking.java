package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;

/**
 * A strategy on its ground: where all changes of seats pass.
 *
 * @param strategy who decides between rivals
 * @param ground where
 */
public record Locking(SeatLockStrategy strategy, Ground ground) {
  /** Makes the change, or says why not. */
  public ChangeResult apply(SeatChange change) {
    return strategy.apply(change, ground);
  }
}
