package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No seat has two owners at once. Holds and bookings are laid out in time, seat by seat, each over
 * the time in which it surely stood, and looked through once in the order in which they began.
 */
final class Owners {
  private static final Comparator<Tenure> BY_START =
      Comparator.comparingLong((Tenure tenure) -> tenure.grant().to())
          .thenComparingLong(tenure -> tenure.grant().invoked());

  private final Findings findings;

  Owners(Findings findings) {
    this.findings = findings;
  }

  void check(Seat seat) {
    if (isPlain(seat)) {
      return;
    }
    Set<Tenure> late = new HashSet<>(0);
    if (seat.bookings().size() > 1) {
      sweep(seat, seat.bookings(), late); // First, since they are the better examples.
    }
    List<Tenure> all = new ArrayList<>(seat.holds().size() + seat.bookings().size());
    seat.holds().stream().filter(hold -> hold.owner() != null).forEach(all::add);
    all.addAll(seat.bookings());
    sweep(seat, all, late);
  }

  /** One claim, or a hold and the booking that it became: so are most seats, and all is well. */
  private static boolean isPlain(Seat seat) {
    int holds = seat.holds().size();
    int bookings = seat.bookings().size();
    return holds + bookings < 2
        || (holds == 1 && bookings == 1 && seat.bookings().get(0).isOneWith(seat.holds().get(0)));
  }

  private void sweep(Seat seat, List<Tenure> tenures, Set<Tenure> late) {
    List<Tenure> inOrder = new ArrayList<>(tenures);
    inOrder.sort(BY_START);
    Tenure last = null;
    for (Tenure next : inOrder) {
      if (last != null && !last.isOneWith(next) && meet(last, next) && late.add(next)) {
        findings.violated(
            Invariant.DOUBLE_BOOKING, "%s had two owners at once: %s and %s", seat, last, next);
      }
      last = later(last, next);
    }
  }

  /**
   * Whether {@code next} was given out while {@code held} surely stood: it stood from one end of
   * the grant to the other, or both surely stood at one moment.
   */
  private static boolean meet(Tenure held, Tenure next) {
    long start = next.grant().to();
    boolean throughout = held.grant().to() < next.grant().from() && start < held.sureTo();
    boolean together = start < Math.min(held.sureTo(), next.sureTo());
    return throughout || together;
  }

  private static Tenure later(@Nullable Tenure last, Tenure next) {
    return last == null || next.sureTo() > last.sureTo() ? next : last;
  }
}
