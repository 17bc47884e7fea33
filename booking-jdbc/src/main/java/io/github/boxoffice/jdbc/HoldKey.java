package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.util.Comparator;

/** By what a hold is found. Their order is the order in which holds are locked. */
record HoldKey(ShowId show, HoldId id) implements Comparable<HoldKey> {
  private static final Comparator<HoldKey> ORDER =
      Comparator.comparing(HoldKey::show).thenComparing(key -> key.id().value());

  static HoldKey of(Claim claim) {
    return new HoldKey(claim.show(), claim.id());
  }

  @Override
  public int compareTo(HoldKey other) {
    return ORDER.compare(this, other);
  }
}
