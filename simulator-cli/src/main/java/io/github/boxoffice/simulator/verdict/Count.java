package io.github.boxoffice.simulator.verdict;

/** What the judge counts on its way, under the names of result.json. */
public enum Count {
  /** Holds that users asked for. */
  ATTEMPTS("attempts"),
  /** Holds that users were given. */
  HELD("held"),
  /** Holds refused, for any reason but contention. */
  REFUSED("refused"),
  /** Holds refused because rivals were in the way, or too many: nobody decided about the seats. */
  CONTENDED("contended"),
  /** Payments that users were told were captured. */
  PAYMENTS_CAPTURED("paymentsCaptured"),
  /** Payments that users were told were declined. */
  PAYMENTS_DECLINED("paymentsDeclined"),
  /** Payments that users never learned the fate of; recovery may have settled them. */
  PAYMENTS_UNKNOWN("paymentsUnknown"),
  /** Bookings acknowledged, to users or to recovery. */
  BOOKINGS("bookings"),
  /** Seats of the bookings that were not cancelled. */
  SEATS_BOOKED("seatsBooked"),
  /** Payments given back. */
  REFUNDS("refunds"),
  /** Holds that were neither booked, given back nor replaced. */
  EXPIRED("expired"),
  /** Seats not booked at the end that nobody can have. */
  LEAKED_SEATS("leakedSeats"),
  /** Faults that began. */
  FAULTS_INJECTED("faultsInjected");

  private final String text;

  Count(String text) {
    this.text = text;
  }

  /** As the results spell it. */
  public String text() {
    return text;
  }
}
