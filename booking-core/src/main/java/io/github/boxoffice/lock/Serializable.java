package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;

/** The whole change in a SERIALIZABLE transaction, all of it again when the database says so. */
final class Serializable implements SeatLockStrategy {
  private final Retry retry;

  Serializable(Retry retry) {
    this.retry = retry;
  }

  @Override
  public String name() {
    return "serializable";
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    return retry.run(() -> ground.seats().apply(change, Isolation.SERIALIZABLE));
  }
}
