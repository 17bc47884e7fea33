package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One change of a batch, and what is known about it so far. */
final class Ask {
  private final SeatChange change;
  private @Nullable ChangeResult answer;
  private boolean closer;
  private Look look = Look.NONE;
  private int tries;
  private List<Place> places;

  /** What the last look at a hold's seats said. */
  enum Look {
    /** Nobody has looked yet. */
    NONE,
    /** All seats are free. */
    FREE,
    /** Others keep some of them. */
    BLOCKED
  }

  /**
   * Somebody wants this.
   *
   * @param fenced whether holds under a lease can be made in bulk
   */
  Ask(SeatChange change, boolean fenced) {
    this.change = change;
    this.closer =
        change instanceof SeatChange.Hold hold
            ? hold.fence() != 0 && !fenced
            : !(change instanceof SeatChange.Pay || change instanceof SeatChange.Confirm);
    this.places = wanted();
  }

  SeatChange change() {
    return change;
  }

  @Nullable ChangeResult answer() {
    return answer;
  }

  void answer(ChangeResult result) {
    answer = result;
  }

  /** Undone: nothing is known any more. */
  void forget() {
    answer = null;
    look = Look.NONE;
    places = wanted();
  }

  boolean isApplied() {
    return answer instanceof ChangeResult.Applied;
  }

  /** Whether it takes a look at what is there; if not, it may be made in bulk. */
  boolean isCloser() {
    return closer;
  }

  void needsCloserLook() {
    closer = true;
  }

  /** Was made in bulk, or was not; a hold may be unlucky once, since rivals come and go. */
  void tried(ChangeResult.@Nullable Applied result) {
    answer = result;
    tries++;
    closer = !(change instanceof SeatChange.Hold) || tries > 1;
  }

  Look look() {
    return look;
  }

  void look(Look seen) {
    look = seen;
  }

  HoldId id() {
    return change.claim().id();
  }

  /** The hold and the payment that it is about. */
  List<Object> ids() {
    if (change instanceof SeatChange.Pay pay) {
      return List.of(id(), pay.payment().id());
    } else if (change instanceof SeatChange.Confirm confirm) {
      return List.of(id(), confirm.payment().id());
    } else if (change instanceof SeatChange.Decline decline) {
      return List.of(id(), decline.payment());
    }
    return List.of(id());
  }

  /** The seats that it is about, and those that it would free. */
  List<Place> places() {
    return places;
  }

  /** Whether one of its ids or places is among these. */
  boolean isAmong(Set<Object> those) {
    return !Collections.disjoint(those, ids()) || !Collections.disjoint(those, places);
  }

  private List<Place> wanted() {
    return Place.of(change.claim()).toList();
  }

  /** Takes seats from these holds of its user, which would end as a whole. */
  void displaces(Stream<Claim> holds) {
    places = Stream.concat(wanted().stream(), holds.flatMap(Place::of)).toList();
  }
}
