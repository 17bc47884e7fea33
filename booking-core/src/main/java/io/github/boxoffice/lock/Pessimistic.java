package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;

/**
 * Row locks in seat order with a bounded wait. Locks alone never conflict; the few tries are for
 * what a database may still end on its own account.
 */
final class Pessimistic implements SeatLockStrategy {
  private final Isolation locks;
  private final Retry retry;

  Pessimistic(Duration wait, Retry retry) {
    this.locks = Isolation.rowLocks(wait);
    this.retry = retry;
  }

  @Override
  public String name() {
    return "pessimistic";
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    return retry.run(() -> ground.seats().apply(change, locks));
  }
}
