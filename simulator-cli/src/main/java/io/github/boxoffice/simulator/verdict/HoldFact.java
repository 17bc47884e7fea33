package io.github.boxoffice.simulator.verdict;

import static io.github.boxoffice.simulator.verdict.Span.NEVER;

import org.jspecify.annotations.Nullable;

/** What the history says of one hold: all that may end it, and when. */
final class HoldFact {
  private final String id;
  private @Nullable Tenure told;
  private @Nullable BookingFact booking;
  private boolean fresh;
  private long heldUntil = NEVER;
  private long overAt = NEVER;
  private long released = -1;
  private long lastCharge = -1;
  private boolean declined;
  private boolean replaced;

  HoldFact(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** A client was told that it has it. The first telling counts, should there be more. */
  void told(Tenure tenure, boolean byFresh) {
    if (told == null) {
      told = tenure;
      fresh = byFresh;
    }
  }

  /** What a client was told; null if nobody was told of it. */
  @Nullable Tenure told() {
    return told;
  }

  /** Whether it belongs to the closing. */
  boolean isFresh() {
    return fresh;
  }

  /** From this moment on it may have ended. */
  void mayEnd(long at) {
    heldUntil = Math.min(heldUntil, at);
  }

  /** It is certainly over. */
  void over(long at) {
    overAt = Math.min(overAt, at);
  }

  void released(Op op) {
    released = op.number();
    over(op.span().to());
  }

  /** A charge for it was tried; as long as that goes on, nobody knows how long it is kept. */
  void charged(long until) {
    lastCharge = Math.max(lastCharge, until);
  }

  void declined() {
    declined = true;
  }

  void replaced() {
    replaced = true;
  }

  void booked(BookingFact as) {
    if (booking == null) {
      booking = as;
    }
  }

  @Nullable BookingFact booking() {
    return booking;
  }

  long heldUntil() {
    return heldUntil;
  }

  long overAt() {
    return overAt;
  }

  /** The event that told of its release; negative if none did. */
  long released() {
    return released;
  }

  boolean wasCharged() {
    return lastCharge >= 0;
  }

  long lastCharge() {
    return lastCharge;
  }

  /** Whether nothing but time can have ended it. */
  boolean expired() {
    return told != null && booking == null && released < 0 && !declined && !replaced;
  }
}
