package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One seat of one show. Their order is the order in which seats are locked. */
record Place(ShowId show, int seat) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::show).thenComparingInt(Place::seat);

  /** The seats of a claim, in order. */
  static Stream<Place> of(Claim claim) {
    return claim.seats().stream().mapToObj(seat -> new Place(claim.show(), seat));
  }

  /** The seats of all these changes, in order. */
  static NavigableSet<Place> of(Collection<? extends SeatChange> changes) {
    NavigableSet<Place> places = new TreeSet<>();
    changes.forEach(change -> of(change.claim()).forEach(places::add));
    return places;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
