package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.util.Comparator;
import java.util.UUID;

/**
 * By what a hold is found. Their order is the order in which holds are locked: that of the bytes,
 * as in an index, while {@link UUID#compareTo} takes the first bit for a sign.
 */
record HoldKey(ShowId show, HoldId id) implements Comparable<HoldKey> {
  /** That of ids within a show. */
  static final Comparator<UUID> BYTES =
      ((Comparator<UUID>)
              (a, b) ->
                  Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()))
          .thenComparing(
              (a, b) ->
                  Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()));

  private static final Comparator<HoldKey> ORDER =
      Comparator.comparing(HoldKey::show).thenComparing(key -> key.id().value(), BYTES);

  static HoldKey of(Claim claim) {
    return new HoldKey(claim.show(), claim.id());
  }

  @Override
  public int compareTo(HoldKey other) {
    return ORDER.compare(this, other);
  }
}
