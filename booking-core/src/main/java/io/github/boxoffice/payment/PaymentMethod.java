package io.github.boxoffice.payment;

/**
 * What to pay with, as the payment service knows it.
 *
 * @param token the service's own name for the card or account; never a card number
 */
public record PaymentMethod(String token) {}
