package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the history says of one payment. */
final class PaymentFact {
  private final String id;
  private final List<BookingFact> bookings = new ArrayList<>(1);
  private final List<Refund> refunds = new ArrayList<>(0);
  private final List<HoldFact> openFor = new ArrayList<>(0);
  private @Nullable Op pay;
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
    if (pay == null || op.invoke().i() < pay.invoke().i()) {
      pay = op;
    }
  }

  void captured(long howMuch) {
    captured = true;
    amount = howMuch < 0 ? amount : howMuch;
  }

  void bought(BookingFact booking) {
    if (!bookings.contains(booking)) {
      bookings.add(booking);
    }
  }

  /** Money came back, as a client was told, or as recovery found. */
  void refunded(Op op, long howMuch) {
    boolean again = op.isRecovery() ? foundRefund : toldRefund;
    foundRefund |= op.isRecovery();
    toldRefund |= !op.isRecovery();
    refunds.add(new Refund(op.number(), howMuch, again));
  }

  void refundOpen() {
    refundOpen = true;
  }

  /** It may have made a booking of this hold, and nobody heard of it. */
  void openFor(HoldFact hold) {
    openFor.add(hold);
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

  /** The first charge; null if there was none. */
  @Nullable Op pay() {
    return pay;
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

  @Override
  public String toString() {
    return "payment " + id + (pay == null ? "" : " (event " + pay.number() + ")");
  }
}
