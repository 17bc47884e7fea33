package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.GatewayJournal.Entry;
import java.util.Map;

/** What clients were told of their money, held against what the gateway says that it did. */
final class Gateway {
  private final Findings findings;
  private final boolean closed;

  /**
   * Compares.
   *
   * @param closed whether the story is over: before that, money may still be on its way
   */
  Gateway(Findings findings, boolean closed) {
    this.findings = findings;
    this.closed = closed;
  }

  /** One payment that both know. */
  void compare(PaymentFact payment, Entry entry) {
    for (BookingFact booking : payment.bookings()) {
      if (!entry.captured()) {
        findings.violated(
            Invariant.BOOKING_WITHOUT_CAPTURE,
            "%s was made for %s, which the gateway never captured",
            booking,
            payment);
      } else if (booking.stands() && entry.refunds() > 0) {
        findings.violated(
            Invariant.REFUNDED_BOOKING,
            "the gateway gave %s back, which has bought %s",
            payment,
            booking);
      } else if (closed && booking.isCancelOpen() && isLost(payment, entry)) {
        paidWithoutSeat(payment.toString());
      }
    }
    if (payment.isBookedAtEnd() && entry.refunds() > 0 && payment.refunds().isEmpty()) {
      findings.violated(
          Invariant.REFUNDED_BOOKING,
          "the gateway gave %s back, which has bought a booking that is there at the end",
          payment);
    }
    refunds(payment, entry);
  }

  private static boolean isLost(PaymentFact payment, Entry entry) {
    return entry.refunds() == 0 && payment.refunds().isEmpty() && !payment.isBookedAtEnd();
  }

  private void refunds(PaymentFact payment, Entry entry) {
    if (entry.refunds() > 1) {
      findings.violated(
          Invariant.REFUNDED_TWICE, "the gateway gave %s back %d times", payment, entry.refunds());
    }
    if (!payment.refunds().isEmpty() && entry.captured() && entry.refunds() == 0) {
      findings.violated(
          Invariant.PAID_WITHOUT_SEAT,
          "%s was said to be given back (event %d), and the gateway gave nothing back",
          payment,
          payment.refunds().get(0).event());
    }
    Long taken = entry.captured() ? entry.amount() : null;
    if (taken != null && taken != payment.amount()) {
      findings.violated(
          Invariant.BOOKING_WITHOUT_CAPTURE,
          "the gateway took %d for %s of %d",
          taken,
          payment,
          payment.amount());
    }
  }

  /** Payments that only the gateway knows. */
  void unheardOf(Map<String, GatewayJournal.Entry> journal, Facts facts) {
    for (Entry entry : journal.values()) {
      if (entry.captured() && entry.refunds() == 0 && facts.findPayment(entry.payment()) == null) {
        paidWithoutSeat("payment " + entry.payment());
      }
    }
  }

  private void paidWithoutSeat(String payment) {
    findings.violated(
        Invariant.PAID_WITHOUT_SEAT,
        "the gateway took %s, and there is neither a booking nor a refund",
        payment);
  }
}
