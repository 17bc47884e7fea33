package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.HoldId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold's id, as its show's map looks it up. The hold itself is one, so that the map's key costs
 * nothing.
 */
sealed class HoldKey permits MemoryHold {
  private final long high;
  private final long low;

  HoldKey(HoldId id) {
    this.high = id.value().getMostSignificantBits();
    this.low = id.value().getLeastSignificantBits();
  }

  final boolean is(HoldId id) {
    return high == id.value().getMostSignificantBits()
        && low == id.value().getLeastSignificantBits();
  }

  final HoldId id() {
    return new HoldId(new UUID(high, low));
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof HoldKey that && high == that.high && low == that.low;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(high ^ low);
  }
}
