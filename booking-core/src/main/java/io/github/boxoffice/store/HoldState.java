package io.github.boxoffice.store;

/**
 * Where a hold stands. It ends exactly once, as CONFIRMED, RELEASED or EXPIRED; a CONFIRMED one is
 * a booking, which may be cancelled once.
 */
public enum HoldState {
  /** The seats are kept until the hold expires. */
  HELD,
  /** Paid: the hold has become a booking. */
  CONFIRMED,
  /** Given back by its holder. */
  RELEASED,
  /** Its time ran out, and somebody noticed. */
  EXPIRED,
  /** The booking was cancelled; the seats are free again. */
  CANCELLED;

  /** Whether seats of a hold in this state may be taken by anybody. */
  public boolean isOver() {
    return this == RELEASED || this == EXPIRED || this == CANCELLED;
  }
}
