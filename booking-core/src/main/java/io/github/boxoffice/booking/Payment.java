package io.github.boxoffice.booking;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;

/**
 * Money that was captured.
 *
 * @param id the key under which it was captured
 * @param amount how much
 * @param outside whether it was taken outside Boxoffice, which then neither refunds it nor sees to
 *     it that it is used once
 */
public record Payment(PaymentId id, Money amount, boolean outside) {
  /** Money taken by other means, at a counter or by a payment system of the application's own. */
  public static Payment outside(PaymentId reference, Money amount) {
    return new Payment(reference, amount, true);
  }
}
