package io.github.boxoffice.store;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;

/**
 * The payment that is to turn a hold into a booking.
 *
 * @param id the key under which the gateway knows it
 * @param amount what is charged
 */
public record HoldPayment(PaymentId id, Money amount) {}
