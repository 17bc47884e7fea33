package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.HoldRecord;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the holds that keep seats of a show at one moment, without a lock. A hold found at one seat
 * is found for all its seats, whatever the other pointers said when they were read, so it is seen
 * whole or not at all. Should two of them claim one seat, one ended while we looked: look again.
 */
final class Keepers {
  private final ShowId show;
  private final AtomicReferenceArray<@Nullable MemoryHold> owners;
  private final long now;

  /**
   * Looks at these seats.
   *
   * @param owners the hold that took each last
   */
  Keepers(ShowId show, AtomicReferenceArray<@Nullable MemoryHold> owners, long now) {
    this.show = show;
    this.owners = owners;
    this.now = now;
  }

  Collection<HoldRecord> find() {
    while (true) {
      Collection<HoldRecord> keepers = look();
      if (areDisjoint(keepers)) {
        return keepers;
      }
    }
  }

  private boolean areDisjoint(Collection<HoldRecord> keepers) {
    boolean[] kept = new boolean[owners.length()];
    for (HoldRecord keeper : keepers) {
      SeatSet seats = keeper.claim().seats();
      for (int i = 0; i < seats.size(); i++) {
        if (kept[seats.get(i)]) {
          return false;
        }
        kept[seats.get(i)] = true;
      }
    }
    return true;
  }

  private Collection<HoldRecord> look() {
    IdentityHashMap<MemoryHold, HoldRecord> keepers = new IdentityHashMap<>();
    for (int seat = 0; seat < owners.length(); seat++) {
      look(seat, keepers);
    }
    return keepers.values();
  }

  /** A hold that is over leaves its seat free, unless another took it over while we looked. */
  private void look(int seat, IdentityHashMap<MemoryHold, HoldRecord> keepers) {
    MemoryHold before = null;
    MemoryHold owner = owners.get(seat);
    while (owner != null && !owner.equals(before) && !keepers.containsKey(owner)) {
      HoldRecord known = owner.known(show);
      if (known.keepsSeats(now)) {
        keepers.put(owner, known);
      }
      before = owner;
      owner = owners.get(seat);
    }
  }
}
