package io.github.boxoffice.simulator.verdict;

import org.jspecify.annotations.Nullable;

/** What the history says of one booking that somebody was told of. */
final class BookingFact {
  private final String id;
  private final HoldFact hold;
  private final PaymentFact payment;
  private final long event;
  private Seat[] seats = {};
  private long amount = -1;
  private long until = Span.NEVER;
  private @Nullable Op cancelled;
  private boolean cancelOpen;

  BookingFact(String id, HoldFact hold, PaymentFact payment, long event) {
    this.id = id;
    this.hold = hold;
    this.payment = payment;
    this.event = event;
  }

  void sold(Seat[] toSeats, long forAmount) {
    seats = toSeats;
    amount = forAmount;
  }

  /** A cancellation that happened, or may have. */
  void cancelled(Op op) {
    until = Math.min(until, op.span().from());
    hold.mayEnd(op.span().from());
    if (op.isOpen()) {
      cancelOpen = true;
    } else {
      cancelled = op;
      hold.over(op.span().to());
    }
  }

  String id() {
    return id;
  }

  HoldFact hold() {
    return hold;
  }

  PaymentFact payment() {
    return payment;
  }

  Seat[] seats() {
    return seats;
  }

  /** The show of its seats. */
  String show() {
    return seats[0].show();
  }

  /** What it cost; negative if nobody said. */
  long amount() {
    return amount;
  }

  /** The number of the event that told of it. */
  long event() {
    return event;
  }

  /** Until when it surely stands. */
  long until() {
    return until;
  }

  @Nullable Op cancelled() {
    return cancelled;
  }

  /** Whether it may have been cancelled, and nobody knows. */
  boolean isCancelOpen() {
    return cancelOpen && cancelled == null;
  }

  /** Whether nobody ever tried to cancel it with success. */
  boolean stands() {
    return cancelled == null && !cancelOpen;
  }

  @Override
  public String toString() {
    return "booking " + id + " (event " + event + ")";
  }
}
