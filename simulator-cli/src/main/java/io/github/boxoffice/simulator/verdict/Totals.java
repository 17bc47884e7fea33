package io.github.boxoffice.simulator.verdict;

/** Counts what is counted when all is told. */
final class Totals {
  private final Findings findings;
  private long captured;
  private long declined;
  private long unknown;

  Totals(Findings findings) {
    this.findings = findings;
  }

  /** As its user was told; what recovery found out later does not count. */
  void add(PaymentFact payment) {
    if (!payment.isUsers()) {
      return;
    }
    if (payment.isCaptured()) {
      captured++;
      findings.count(Count.PAYMENTS_CAPTURED);
    } else if (payment.wasOpen()) {
      unknown++;
      findings.count(Count.PAYMENTS_UNKNOWN);
    } else {
      declined++;
      findings.count(Count.PAYMENTS_DECLINED);
    }
  }

  void add(BookingFact booking) {
    findings.count(Count.BOOKINGS);
    findings.add(Count.SEATS_BOOKED, booking.cancelled() == null ? booking.seats().length : 0);
  }

  void add(HoldFact hold) {
    findings.add(Count.EXPIRED, hold.expired() && !hold.isFresh() ? 1 : 0);
  }

  void checkDeclined(double rate) {
    new DeclinedShare(rate).check(declined, captured, unknown, findings);
  }
}
