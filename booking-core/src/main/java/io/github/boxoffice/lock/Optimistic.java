package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;

/** No lock: the state is checked in the write, and who was overtaken tries again. */
final class Optimistic implements SeatLockStrategy {
  private final Retry retry;

  Optimistic(Retry retry) {
    this.retry = retry;
  }

  @Override
  public String name() {
    return "optimistic";
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    return retry.run(() -> ground.seats().apply(change, Isolation.GUARDED));
  }
}
