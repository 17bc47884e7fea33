package io.github.boxoffice.store;

import io.github.boxoffice.model.HoldId;
import org.jspecify.annotations.Nullable;

/**
 * One seat of a show at one moment.
 *
 * @param state whether it is free
 * @param hold the hold or booking that keeps it; null when it is free
 */
public record SeatStatus(SeatState state, @Nullable HoldId hold) {
  /** A seat that nobody keeps. */
  public static final SeatStatus FREE = new SeatStatus(SeatState.FREE, null);
}
