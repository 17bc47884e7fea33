package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.GatewayJournal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each captured payment has bought one booking or was given back once, and nothing else was. */
final class Money {
  private final Findings findings;
  private final boolean closed;
  private final @Nullable Map<String, GatewayJournal.Entry> journal;

  /**
   * Judges payments.
   *
   * @param closed whether the story is over: before that, money may still be on its way
   * @param journal what the gateway says, if it says anything
   */
  Money(Findings findings, boolean closed, @Nullable Map<String, GatewayJournal.Entry> journal) {
    this.findings = findings;
    this.closed = closed;
    this.journal = journal;
  }

  void check(PaymentFact payment) {
    bookings(payment);
    refunds(payment);
    GatewayJournal.Entry entry = journal == null ? null : entry(journal, payment.id());
    if (entry != null) {
      new Gateway(findings, closed).compare(payment, entry);
    }
    if (payment.bookings().isEmpty() && payment.refunds().isEmpty()) {
      spent(payment, entry);
    } else if (payment.refunds().isEmpty() && entry == null) {
      cancelled(payment);
    }
  }

  private static GatewayJournal.Entry entry(
      Map<String, GatewayJournal.Entry> journal, String payment) {
    GatewayJournal.Entry entry = journal.get(payment);
    return entry == null ? new GatewayJournal.Entry(payment, null, false, 0) : entry;
  }

  private void bookings(PaymentFact payment) {
    int bought = 0;
    for (BookingFact booking : payment.bookings()) {
      boolean paid = payment.mayBeCaptured() && payment.isPaidBefore(booking.event());
      boolean enough = booking.amount() < 0 || booking.amount() == payment.amount();
      if (!paid || !enough || bought > 0) {
        findings.violated(
            Invariant.BOOKING_WITHOUT_CAPTURE,
            "%s was made for %s, and %s",
            booking,
            payment,
            !paid ? "that was not captured" : why(booking, payment, enough));
      }
      bought++;
    }
  }

  private static String why(BookingFact booking, PaymentFact payment, boolean enough) {
    return enough
        ? "that bought another booking before"
        : "that is " + payment.amount() + ", not " + booking.amount();
  }

  private void refunds(PaymentFact payment) {
    for (PaymentFact.Refund refund : payment.refunds()) {
      if (!payment.mayBeCaptured()) {
        findings.violated(
            Invariant.REFUND_WITHOUT_CAPTURE,
            "%s was given back (event %d) and never captured",
            payment,
            refund.event());
      }
      if (refund.amount() >= 0 && refund.amount() != payment.amount()) {
        findings.violated(
            Invariant.WRONG_REFUND,
            "%d was given back (event %d) for %s of %d",
            refund.amount(),
            refund.event(),
            payment,
            payment.amount());
      }
      if (refund.again()) {
        findings.violated(
            Invariant.REFUNDED_TWICE,
            "%s was given back twice (events %d and %d)",
            payment,
            payment.refunds().get(0).event(),
            refund.event());
      }
    }
    if (!payment.refunds().isEmpty()) {
      findings.count(Count.REFUNDS);
      standing(payment);
    }
  }

  private void standing(PaymentFact payment) {
    for (BookingFact booking : payment.bookings()) {
      if (booking.stands()) {
        refundedBooking(payment, booking.toString());
        return;
      }
    }
    if (payment.isBookedAtEnd()) {
      refundedBooking(payment, "a booking that is there at the end");
    }
  }

  private void refundedBooking(PaymentFact payment, String booking) {
    findings.violated(
        Invariant.REFUNDED_BOOKING,
        "%s was given back (event %d) and has bought %s",
        payment,
        payment.refunds().get(0).event(),
        booking);
  }

  /** A payment of which the history knows neither a booking nor a refund. */
  private void spent(PaymentFact payment, GatewayJournal.@Nullable Entry entry) {
    if (!closed || payment.isBookedAtEnd() || (entry == null && !payment.mayBeCaptured())) {
      return;
    }
    if (entry != null) {
      if (entry.captured() && entry.refunds() == 0) {
        paidWithoutSeat(payment);
      }
    } else if (!payment.isCaptured()) {
      findings.doubt("payments were never settled", payment.toString());
    } else if (payment.isRefundOpen() || !payment.openFor().isEmpty()) {
      findings.doubt("nobody knows what captured payments bought", payment.toString());
    } else {
      paidWithoutSeat(payment);
    }
  }

  private void paidWithoutSeat(PaymentFact payment) {
    findings.violated(
        Invariant.PAID_WITHOUT_SEAT,
        "%s of %d was captured, and there is neither a booking nor a refund",
        payment,
        payment.amount());
  }

  /** A booking that may have been cancelled, of whose money nobody heard. */
  private void cancelled(PaymentFact payment) {
    boolean open = payment.bookings().stream().anyMatch(BookingFact::isCancelOpen);
    if (open && !payment.isBookedAtEnd()) {
      findings.doubt("nobody knows whether cancelled bookings were given back", payment.toString());
    }
  }
}
