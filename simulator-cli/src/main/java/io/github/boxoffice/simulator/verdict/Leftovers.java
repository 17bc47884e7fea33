package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import org.jspecify.annotations.Nullable;

/** What is left at the end of seats that nobody booked: every one of them is anybody's to have. */
final class Leftovers {
  private final Facts facts;
  private final Findings findings;
  private final Lapse lapse;

  Leftovers(Facts facts, Findings findings, Lapse lapse) {
    this.facts = facts;
    this.findings = findings;
    this.lapse = lapse;
  }

  /**
   * One show.
   *
   * @param tried whether the closing tried to hold the seats, or only read them
   */
  void check(Facts.Reading reading, Iterable<Seat> seats, boolean tried) {
    for (Seat seat : seats) {
      SeatTold last = seat.last();
      if (last == null) {
        notShown(seat);
      } else if (last.state() != SeatState.BOOKED) {
        boolean outlived = last.state() == SeatState.HELD && outlived(seat, reading);
        boolean stuck = tried && !outlived && isStuck(seat);
        findings.add(Count.LEAKED_SEATS, outlived || stuck ? 1 : 0);
      }
    }
  }

  private void notShown(Seat seat) {
    if (!seat.holds().isEmpty() || !seat.bookings().isEmpty()) {
      findings.doubt("seats were not shown at the end", seat.toString());
    }
  }

  /** Whether the seat is held at the end by a hold that is over. */
  private boolean outlived(Seat seat, Facts.Reading reading) {
    String id = Closing.owner(seat);
    HoldFact hold = facts.findHold(id);
    Tenure told = hold == null ? null : hold.told();
    if (hold == null || told == null) {
      return heldByNobody(seat, id, reading);
    }
    boolean over = lapse.of(told) < reading.span().from();
    if (over) {
      findings.violated(
          Invariant.OUTLIVED_HOLD,
          "at the end (event %d) %s is held by %s, which is over",
          reading.event(),
          seat,
          told);
    } else if (!hold.isFresh()) {
      findings.doubt("holds are not over at the end", told + " of " + seat);
    }
    return over;
  }

  private boolean heldByNobody(Seat seat, String id, Facts.Reading reading) {
    boolean explained =
        seat.holds().stream().anyMatch(hold -> hold.owner() == null)
            || facts.findPayment(id) != null; // Seats are taken again under the payment's id.
    if (explained) {
      findings.doubt("seats are held by holds that nobody heard of", seat + ", by " + id);
    } else {
      findings.violated(
          Invariant.OUTLIVED_HOLD,
          "at the end (event %d) %s is held by '%s', of which nobody was told",
          reading.event(),
          seat,
          id);
    }
    return !explained;
  }

  /** Whether a fresh client could not hold the seat though everything on it was over. */
  private boolean isStuck(Seat seat) {
    Seat.Tries tries = seat.tries();
    Op refused = tries.refused();
    if (tries.isGot()) {
      return false;
    } else if (tries.isOpen() || refused == null) {
      findings.doubt("the closing did not find out whether seats can be held", seat.toString());
      return false;
    }
    Tenure live = live(seat, refused.span().from());
    if (live != null) {
      findings.doubt("the closing tried seats too early", seat + " while " + live + " may live");
      return false;
    }
    findings.violated(
        Invariant.STUCK_SEAT,
        "%s is not booked, every hold on it is over, and it was refused (event %d): %s",
        seat,
        refused.number(),
        refused.refusal().reason());
    return true;
  }

  /** A hold or booking that may still have the seat at that time. */
  private @Nullable Tenure live(Seat seat, long at) {
    for (Tenure hold : seat.holds()) {
      HoldFact owner = hold.owner();
      boolean booked = owner != null && owner.booking() != null;
      if (!booked && lapse.of(hold) >= at && (owner == null || !owner.isFresh())) {
        return hold;
      }
    }
    for (Tenure booking : seat.bookings()) {
      HoldFact owner = booking.owner();
      if (owner == null || owner.overAt() >= at) {
        return booking;
      }
    }
    return null;
  }
}
