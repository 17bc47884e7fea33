package io.github.boxoffice.store;

/** Whether a seat of a show can be taken. */
public enum SeatState {
  /** Anybody may hold it. */
  FREE,
  /** Somebody holds it, for a while. */
  HELD,
  /** Sold. */
  BOOKED
}
