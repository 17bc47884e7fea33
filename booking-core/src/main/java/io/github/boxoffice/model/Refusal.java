package io.github.boxoffice.model;

/**
 * Why something ordinary was refused. The order of the constants is the order of precedence: where
 * several reasons hold at once, every store answers with the one that stands first here.
 */
public enum Refusal {
  /** There is no such show. */
  NO_SUCH_SHOW,
  /** The show has no seat of that name. */
  NO_SUCH_SEAT,
  /** More seats than one hold may have. */
  TOO_MANY_SEATS,
  /** The show has begun. */
  SALE_ENDED,
  /** There is no such hold or booking. */
  NO_SUCH_HOLD,
  /** The id was used before, for something else. */
  ID_REUSED,
  /** The hold has become a booking, under this payment or another. */
  HOLD_CONFIRMED,
  /** The hold was given back. */
  HOLD_RELEASED,
  /** The hold ended by itself. */
  HOLD_EXPIRED,
  /** The booking was cancelled. */
  BOOKING_CANCELLED,
  /** The hold has not become a booking. */
  NOT_BOOKED,
  /** Another payment for this hold is on its way. */
  PAYMENT_IN_PROGRESS,
  /**
   * The payment cannot be spent so, or cannot be given back. To pay, its id was used before. To
   * confirm, it was never written down or for another amount, has bought another booking, was
   * declined or given back; or it is said to have been paid elsewhere and was written down here. To
   * be refunded, it is unknown, was declined, or has bought a booking that was not cancelled. To be
   * declined, it has bought a booking.
   */
  PAYMENT_UNUSABLE,
  /** A newer lease has written one of the seats: the caller's lease lapsed without its knowing. */
  STALE_FENCE,
  /** At least one seat is booked; it comes back only if that booking is cancelled. */
  SEATS_BOOKED,
  /** At least one seat is held by somebody else; it may come back. */
  SEATS_HELD,
  /** The claim has lasted as long as the show's policy allows. */
  EXTENSION_LIMIT,
  /** Rivals were faster or slower than we were willing to wait; trying again may succeed. */
  CONTENDED,
  /** Too many requests are waiting already; nobody looked at the seats. */
  OVERLOADED,
  /** The payment was declined; nothing was charged. */
  PAYMENT_DECLINED,
  /** The payment was captured when the seats were gone already; all of it is given back. */
  PAYMENT_REFUNDED;

  /**
   * Whether nothing was decided: the caller was sent away before anybody knew whether the change is
   * possible. The same call may succeed in a moment, and money is not given back for it.
   */
  public boolean isUndecided() {
    return this == CONTENDED || this == OVERLOADED;
  }
}
