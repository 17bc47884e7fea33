package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A user may hold seats again that are the user's already: the earlier hold is then released, all
 * of it, and the later one is not sure to last its full time, since a show may limit how long one
 * user's claim goes on.
 */
final class Reholds {
  private static final Comparator<Tenure> BY_USER =
      Comparator.comparing((Tenure hold) -> hold.wish().user())
          .thenComparingLong(hold -> hold.grant().from());

  private final Lapse lapse;

  Reholds(Lapse lapse) {
    this.lapse = lapse;
  }

  /** Settles what the holds on this seat mean for each other. */
  void settle(Seat seat) {
    if (seat.holds().size() + seat.retakes().size() < 2) {
      return; // One alone means nothing for others; most seats are like this.
    }
    List<Tenure> holds = new ArrayList<>(seat.holds());
    holds.addAll(seat.retakes());
    holds.sort(BY_USER);
    int first = 0;
    for (int n = 1; n <= holds.size(); n++) {
      if (n == holds.size() || !sameUser(holds.get(first), holds.get(n))) {
        settle(holds.subList(first, n));
        first = n;
      }
    }
  }

  private static boolean sameUser(Tenure one, Tenure other) {
    return one.wish().user().equals(other.wish().user());
  }

  /** One user's, in the order of their invocations. */
  private void settle(List<Tenure> mine) {
    long lastLapse = -1;
    for (int n = 0; n < mine.size(); n++) {
      Tenure hold = mine.get(n);
      HoldFact owner = hold.owner();
      if (owner != null && owner.told() == hold) {
        replacedByNext(owner, mine.subList(n + 1, mine.size()));
        if (lastLapse > hold.grant().from()) {
          hold.replaces(); // Or, where both ran at once, was replaced.
        }
      }
      lastLapse = Math.max(lastLapse, lapse.of(hold));
    }
  }

  private static void replacedByNext(HoldFact earlier, List<Tenure> later) {
    for (Tenure next : later) {
      if (next.owner() != earlier) {
        earlier.mayEnd(next.grant().from());
        if (next.owner() != null && next.grant().to() != Span.NEVER) {
          earlier.replaced();
        }
        return;
      }
    }
  }
}
