package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Value.SeatTold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the history says of one seat of one show. */
final class Seat {
  private final String show;
  private final String label;
  private final List<Tenure> holds = new ArrayList<>(2);
  private final List<Tenure> retakes = new ArrayList<>(0);
  private final List<Tenure> bookings = new ArrayList<>(1);
  private final Tries tries = new Tries();
  private @Nullable String wantedBy;
  private boolean contested;
  private @Nullable SeatTold last;

  Seat(String show, String label) {
    this.show = show;
    this.label = label;
  }

  /** What the closing's clients found when they tried to hold it. */
  static final class Tries {
    private boolean got;
    private boolean open;
    private boolean others;
    private @Nullable Op refused;

    void got() {
      got = true;
    }

    void open() {
      open = true;
    }

    void refused(Op op, boolean forThisSeat) {
      if (forThisSeat) {
        refused = op;
      } else {
        others = true;
      }
    }

    boolean isGot() {
      return got;
    }

    /** Whether nobody knows if a try succeeded. */
    boolean isOpen() {
      return open;
    }

    /** The last try that was refused because of this seat. */
    @Nullable Op refused() {
      return refused;
    }

    boolean isTried() {
      return got || open || others || refused != null;
    }
  }

  String show() {
    return show;
  }

  String label() {
    return label;
  }

  /** Holds that were made or may have been. */
  List<Tenure> holds() {
    return holds;
  }

  /** Holds that were charged for, and may be taken again when they have expired. */
  List<Tenure> retakes() {
    return retakes;
  }

  /** Bookings that somebody was told of. */
  List<Tenure> bookings() {
    return bookings;
  }

  Tries tries() {
    return tries;
  }

  void wanted(String user) {
    if (wantedBy == null) {
      wantedBy = user;
    } else if (!wantedBy.equals(user)) {
      contested = true;
    }
  }

  /** Whether two users ever wanted it. */
  boolean isContested() {
    return contested;
  }

  /** Who has it at the end; null if nobody read that. */
  @Nullable SeatTold last() {
    return last;
  }

  void last(SeatTold told) {
    last = told;
  }

  @Override
  public String toString() {
    return "seat " + label + " of show " + show;
  }
}
