package io.github.boxoffice.store;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;

/**
 * A payment as it was written down.
 *
 * @param id the key under which the gateway knows it
 * @param claim the hold that it pays for
 * @param amount what it is about
 * @param state where it stands
 * @param since when it was written down, in milliseconds since the epoch by the store's clock
 */
public record PaymentRecord(
    PaymentId id, Claim claim, Money amount, PaymentState state, long since) {
  /** The same in another state. */
  public PaymentRecord in(PaymentState newState) {
    return new PaymentRecord(id, claim, amount, newState, since);
  }
}
