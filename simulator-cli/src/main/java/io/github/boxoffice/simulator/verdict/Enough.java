package io.github.boxoffice.simulator.verdict;

/** Whether enough happened, and enough of it is known, for "consistent" to mean anything. */
final class Enough {
  private static final String TOO_LITTLE = "too little happened to judge: ";

  private final Facts facts;
  private final Findings findings;

  Enough(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /** Doubts where it did not. */
  void check() {
    if (!facts.anySeat(Seat::isContested)) {
      tooLittle("no two users ever wanted the same seat");
    }
    if (facts.bookings().isEmpty()) {
      tooLittle("nothing was booked");
    }
    for (String show : facts.shows()) {
      if (facts.reading(show) == null) {
        findings.doubt("seats were not read when all was over", "show " + show);
      }
    }
  }

  /** Whether this is a doubt that vanishes when more is judged together. */
  static boolean isTooLittle(String doubt) {
    return doubt.startsWith(TOO_LITTLE);
  }

  private void tooLittle(String why) {
    findings.doubt(TOO_LITTLE + why, "");
  }
}
