package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.List;

/** What the history says of one payment. */
final class PaymentFact {
  private final String id;
  // Most payments have one booking, and nothing else: they are many, so they are kept small.
  private List<BookingFact> bookings = List.of();
  private List<Refund> refunds = List.of();
  private List<HoldFact> openFor = List.of();
  private long invoked = -1;
  private long told = -1;
  private long amount = -1;
  private boolean captured;
  private boolean declined;
  private boolean open;
  private boolean users;
  private boolean toldRefund;
  private boolean foundRefund;
  private boolean refundOpen;
  private boolean bookedAtEnd;

  /**
   * Money that somebody was told came back.
   *
   * @param event the number of the event that told of it
   * @param amount how much; negative if it was not said
   * @param again whether it was told before, to the same kind of client: a client and recovery that
   *     give the same money back at once may both be told that it is given back
   */
  record Refund(long event, long amount, boolean again) {}

  PaymentFact(String id) {
    this.id = id;
  }

  /** A charge was tried and may have reached the gateway, or its fate was found out. */
  void pay(Op op, long asked) {
    amount = amount < 0 ? asked : amount;
    open |= op.isOpen();
    declined |= op.declined();
    users |= !op.isRecovery();
    if (invoked < 0 || op.invoke().i() < invoked) {
      invoked = op.invoke().i();
      told = op.number();
    }
  }

  void captured(long howMuch) {
    captured = true;
    amount = howMuch < 0 ? amount : howMuch;
  }

  void bought(BookingFact booking) {
    bookings = and(bookings, booking);
  }

  /** Money came back, as a client was told, or as recovery found. */
  void refunded(Op op, long howMuch) {
    boolean again = op.isRecovery() ? foundRefund : toldRefund;
    foundRefund |= op.isRecovery();
    toldRefund |= !op.isRecovery();
    refunds = and(refunds, new Refund(op.number(), howMuch, again));
  }

  void refundOpen() {
    refundOpen = true;
  }

  /** It may have made a booking of this hold, and nobody heard of it. */
  void openFor(HoldFact hold) {
    openFor = and(openFor, hold);
  }

  /** The seats were seen to be booked by it at the end, by a confirm that nobody had heard of. */
  void bookedAtEnd() {
    bookedAtEnd = true;
  }

  String id() {
    return id;
  }

  /** What was asked for or captured; negative if nobody said. */
  long amount() {
    return amount;
  }

  /** Whether it was tried to charge it. */
  boolean isPaid() {
    return invoked >= 0;
  }

  /** Whether it was tried to charge it before this event. */
  boolean isPaidBefore(long event) {
    return isPaid() && invoked < event;
  }

  /** Whether somebody was told that the money was taken. */
  boolean isCaptured() {
    return captured;
  }

  /** Whether the money was not taken for certain: it was declined, sooner or later. */
  boolean isDeclined() {
    return declined && !captured;
  }

  /** Whether the money may have been taken, for all that clients were told of charging. */
  boolean mayBeCaptured() {
    return captured || (open && !declined);
  }

  /** Whether a charge was answered by nothing. */
  boolean wasOpen() {
    return open;
  }

  /** Whether a user tried it, and not recovery alone. */
  boolean isUsers() {
    return users;
  }

  List<BookingFact> bookings() {
    return bookings;
  }

  List<Refund> refunds() {
    return refunds;
  }

  /** The holds that it may have made bookings of. */
  List<HoldFact> openFor() {
    return openFor;
  }

  boolean isRefundOpen() {
    return refundOpen;
  }

  boolean isBookedAtEnd() {
    return bookedAtEnd;
  }

  private static <T> List<T> and(List<T> known, T one) {
    if (known.isEmpty()) {
      return List.of(one);
    }
    List<T> more = new ArrayList<>(known);
    more.add(one);
    return more;
  }

  @Override
  public String toString() {
    return "payment " + id + (told < 0 ? "" : " (event " + told + ")");
  }
}
