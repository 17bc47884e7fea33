package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what operations with money say: paying, confirming, cancelling, refunding. */
final class MoneyWitness implements Consumer<Op> {
  private final Facts facts;
  private final Findings findings;
  private final List<Op> cancels = new ArrayList<>();
  private final List<Retake> retakes = new ArrayList<>();

  /** A hold whose seats may be taken again, and since when. */
  private record Retake(HoldFact hold, Span since) {}

  MoneyWitness(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  @Override
  public void accept(Op op) {
    Value asked = op.invoke().value();
    if (asked instanceof Value.PayAsked pay) {
      pay(op, pay);
    } else if (asked instanceof Value.ConfirmAsked confirm) {
      confirm(op, confirm);
    } else if (asked instanceof Value.CancelAsked cancel) {
      cancel(op, cancel);
    } else if (asked instanceof Value.RefundAsked refund) {
      refund(op, refund);
    }
  }

  private void pay(Op op, Value.PayAsked asked) {
    PaymentFact payment = facts.payment(asked.payment());
    HoldFact hold = facts.hold(asked.hold());
    if (op.told() == null) {
      hold.mayEnd(op.span().from()); // Declining may give the seats back.
    }
    if (op.failed() && !op.declined()) {
      return; // It never reached the gateway.
    }
    hold.charged(op.span().to());
    payment.pay(op, asked.amount());
    if (!op.failed()) {
      retakes.add(new Retake(hold, op.span()));
    }
    if (op.isOpen()) {
      payment.openFor(hold); // Paying may go on to confirm.
    }
    if (op.told() instanceof Value.PayTold told) {
      payment.captured(told.captured());
    } else if (op.declined()) {
      hold.declined();
    }
  }

  private void confirm(Op op, Value.ConfirmAsked asked) {
    PaymentFact payment = facts.payment(asked.payment());
    if (!payment.isPaid()) {
      retakes.add(new Retake(facts.hold(asked.hold()), op.span()));
    }
    if (op.isOpen()) {
      payment.openFor(facts.hold(asked.hold()));
    } else if (op.told() instanceof Value.ConfirmTold told) {
      booked(op, facts.hold(asked.hold()), payment, told);
    }
  }

  private void booked(Op op, HoldFact hold, PaymentFact payment, Value.ConfirmTold told) {
    BookingFact known = facts.findBooking(told.booking());
    if (known != null) {
      return; // The same answer to a repeated call, or somebody else's booking: see the payments.
    }
    BookingFact booking = new BookingFact(told.booking(), hold, payment, op.number());
    Tenure held = hold.told();
    Seat[] theHolds = held == null ? new Seat[0] : held.seats();
    Seat[] seats = told.claim().seats().isEmpty() ? theHolds : sold(told.claim(), held);
    compare(booking, theHolds, seats);
    booking.sold(seats, told.amount());
    Tenure tenure = Tenure.booked(op.span(), booking);
    for (Seat seat : seats) {
      seat.bookings().add(tenure);
    }
    hold.booked(booking);
    payment.bought(booking);
    facts.add(booking);
  }

  private Seat[] sold(Claim told, @Nullable Tenure held) {
    if (told.show().isEmpty() && held != null && held.seats().length > 0) {
      return facts.seats(held.seats()[0].show(), told.seats());
    }
    return facts.seats(told.show(), told.seats());
  }

  private void compare(BookingFact booking, Seat[] held, Seat[] sold) {
    boolean known = held.length > 0;
    if (known && !Set.copyOf(Arrays.asList(held)).equals(Set.copyOf(Arrays.asList(sold)))) {
      findings.violated(
          Invariant.PARTIAL_BOOKING,
          "%s has %s, and its hold %s had %s",
          booking,
          Arrays.toString(sold),
          booking.hold().id(),
          Arrays.toString(held));
    }
  }

  private void cancel(Op op, Value.CancelAsked asked) {
    if (!op.failed()) {
      facts.hold(asked.booking()).mayEnd(op.span().from());
      cancels.add(op); // The booking may be told of later than its end.
    }
  }

  /** When all is told. */
  void end() {
    retakes.forEach(MoneyWitness::takeAgain);
    cancel();
  }

  /**
   * Once a payment may be captured, whoever confirms it, a client or recovery, at whatever time,
   * may take the seats again for the same user where the hold has expired.
   */
  private static void takeAgain(Retake retake) {
    Tenure told = retake.hold.told();
    if (told == null || Stream.of(told.seats()).allMatch(seat -> seat.holds().size() == 1)) {
      return; // There is no other hold that it could end.
    }
    Span span = new Span(retake.since.invoked(), retake.since.from(), Span.NEVER);
    Tenure again = new Tenure(span, retake.hold, told.seats(), told.wish());
    for (Seat seat : told.seats()) {
      seat.retakes().add(again);
    }
  }

  private void cancel() {
    for (Op op : cancels) {
      BookingFact booking = facts.findBooking(((Value.CancelAsked) op.invoke().value()).booking());
      if (booking != null) {
        booking.cancelled(op);
        if (op.told() instanceof Value.CancelTold told) {
          booking.payment().refunded(op, told.amount());
        }
      }
    }
  }

  private void refund(Op op, Value.RefundAsked asked) {
    PaymentFact payment = facts.payment(asked.payment());
    if (op.isOpen()) {
      payment.refundOpen();
    } else if (!op.failed()) {
      payment.refunded(op, asked.amount());
    }
  }
}
