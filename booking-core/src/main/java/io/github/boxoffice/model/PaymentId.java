package io.github.boxoffice.model;

import java.util.UUID;

/** The id of a payment: the idempotency key under which the gateway knows it. */
public record PaymentId(UUID value) {
  /** A new id of 128 random bits. */
  public static PaymentId random() {
    return new PaymentId(RandomIds.next());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static PaymentId parse(String text) {
    return new PaymentId(RandomIds.parse(text, "payment id"));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
