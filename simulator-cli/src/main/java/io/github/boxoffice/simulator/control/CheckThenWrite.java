package io.github.boxoffice.simulator.control;

import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;

/** The control {@code none}: keeps nobody apart. To be used on a naive store of this package. */
public final class CheckThenWrite implements SeatLockStrategy {
  /** What it is called on the command line. */
  public static final String NAME = "none";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    return ground.seats().apply(change, Isolation.GUARDED);
  }
}
