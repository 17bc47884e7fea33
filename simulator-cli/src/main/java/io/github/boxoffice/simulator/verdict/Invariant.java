package io.github.boxoffice.simulator.verdict;

import java.util.Locale;

/** What must never be broken. The names are part of the contract. */
public enum Invariant {
  /** No seat has two owners at once, also in the middle of the run. */
  DOUBLE_BOOKING,
  /** The seats of every acknowledged booking are booked by it at the end. */
  LOST_BOOKING,
  /** No seat is booked at the end by somebody who was told nothing of it, or has cancelled. */
  FOREIGN_BOOKING,
  /** A hold has all the seats that were asked for. */
  PARTIAL_HOLD,
  /** A booking has all the seats of its hold. */
  PARTIAL_BOOKING,
  /** A hold ends once: it is not both given back and booked. */
  ENDED_TWICE,
  /** A captured payment has bought a booking or was given back. */
  PAID_WITHOUT_SEAT,
  /** A payment is given back once. */
  REFUNDED_TWICE,
  /** A payment whose booking stands is not given back. */
  REFUNDED_BOOKING,
  /** All of a payment is given back, and no more. */
  WRONG_REFUND,
  /** Nothing is given back that was not captured. */
  REFUND_WITHOUT_CAPTURE,
  /** Every booking has a captured payment of its amount, of its own. */
  BOOKING_WITHOUT_CAPTURE,
  /** No hold outlives its time. */
  OUTLIVED_HOLD,
  /** After the last hold has lapsed, everybody can hold every seat that is not booked. */
  STUCK_SEAT,
  /** Payments are declined about as often as the scenario says. */
  DECLINED_SHARE;

  /** As the results spell it: {@code double-booking}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
