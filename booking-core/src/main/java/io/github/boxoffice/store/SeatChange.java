package io.github.boxoffice.store;

import io.github.boxoffice.model.PaymentId;
import java.time.Duration;

/**
 * One atomic change of one show's seats: what is wanted, not how rivals are kept apart. It happens
 * wholly or not at all, only from the states that {@link HoldRules} allows, and a second time
 * without a second effect.
 */
public sealed interface SeatChange {
  /** The hold that is changed. */
  Claim claim();

  /**
   * Takes the seats. Seats that a user holds already, with no payment on its way, are the user's to
   * take again: the earlier hold is released as a whole.
   *
   * @param terms how long
   * @param fence the number of the lease under which the seats are taken; 0 for none
   */
  record Hold(Claim claim, HoldTerms terms, long fence) implements SeatChange {}

  /** Starts the time of a hold again, up to the longest that the terms allow. */
  record Extend(Claim claim, HoldTerms terms) implements SeatChange {}

  /**
   * Writes down that a payment is about to be charged, and, once in the life of a hold, prolongs it
   * to last for at least the gateway's time limit.
   */
  record Pay(Claim claim, HoldPayment payment, Duration limit) implements SeatChange {}

  /**
   * Writes down that the payment was declined. The hold is released, or kept for another try.
   *
   * @param release whether the seats go back at once
   */
  record Decline(Claim claim, PaymentId payment, boolean release) implements SeatChange {}

  /**
   * Makes the hold a booking. A hold whose time ran out can still be confirmed while nobody has
   * taken one of its seats: the money has been taken already.
   *
   * @param payment what paid for it: written down by {@link Pay} and still PENDING, whichever hold
   *     it was for, so that no payment buys two bookings; or unknown to the store, if {@code
   *     outside}
   * @param outside whether the money was taken outside Boxoffice, which then answers for its
   *     uniqueness
   */
  record Confirm(Claim claim, HoldPayment payment, boolean outside) implements SeatChange {}

  /** Gives the seats back. */
  record Release(Claim claim) implements SeatChange {}

  /** Frees the seats of a hold whose time ran out. Expiry is right without it; it only tidies. */
  record Expire(Claim claim) implements SeatChange {}

  /** Frees the seats of a booking, and writes down that its payment is to be given back. */
  record Cancel(Claim claim) implements SeatChange {}

  /**
   * How long a hold may last.
   *
   * @param ttl from now
   * @param longest from the user's first hold
   */
  record HoldTerms(Duration ttl, Duration longest) {}
}
