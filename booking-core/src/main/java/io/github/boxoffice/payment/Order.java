package io.github.boxoffice.payment;

import io.github.boxoffice.model.PaymentId;

/**
 * How a hold is to be paid.
 *
 * @param id the payment's id; bring the same one to repeat a call safely
 * @param method what to pay with
 * @param keepIfDeclined whether the hold stays for another try when the gateway declines; otherwise
 *     the seats go back at once
 */
public record Order(PaymentId id, PaymentMethod method, boolean keepIfDeclined) {
  /** A new payment by this method; the seats go back if it is declined. */
  public static Order by(PaymentMethod method) {
    return new Order(PaymentId.random(), method, false);
  }
}
