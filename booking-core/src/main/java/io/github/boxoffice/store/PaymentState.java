package io.github.boxoffice.store;

/** Where a payment stands, as far as the store knows. */
public enum PaymentState {
  /** Written down; the gateway was or will be asked, and its answer is not written down yet. */
  PENDING,
  /** The gateway said no, or was told to never charge it. */
  DECLINED,
  /** Captured, and its hold is a booking. */
  CAPTURED,
  /** Captured, and to be given back: the booking was cancelled or could not be made. */
  REFUNDING,
  /** Given back. */
  REFUNDED
}
