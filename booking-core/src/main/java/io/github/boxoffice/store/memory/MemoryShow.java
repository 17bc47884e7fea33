package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one show. Each seat points at the hold that took it last; whether it is free follows
 * from that hold's record.
 *
 * <p>Why this is safe: a hold's record changes only under the locks of <em>all</em> its seats.
 * Whoever wants a seat holds that seat's lock, so the hold that has it stands still, whatever its
 * other seats are. Only the wanted seats' pointers are written; other seats of a hold that is over
 * still point at it and are free by its record.
 */
final class MemoryShow {
  /** A guess that saves the map of holds most of its growing; it takes no room before the first. */
  private static final int SEATS_A_HOLD = 2;

  private final ShowId id;
  private final AtomicReferenceArray<@Nullable MemoryHold> owners;
  private final ConcurrentMap<HoldKey, MemoryHold> holds;
  private final SeatFences fences;
  private final SeatLocks locks;
  private boolean closed;

  MemoryShow(ShowId id, int seats) {
    this.id = id;
    this.owners = new AtomicReferenceArray<>(seats);
    this.holds = new ConcurrentHashMap<>(seats / SEATS_A_HOLD);
    this.fences = new SeatFences(seats);
    this.locks = new SeatLocks(seats);
  }

  int size() {
    return owners.length();
  }

  SeatSet allSeats() {
    return SeatSet.sideBySide(0, size());
  }

  int countHolds() {
    return holds.size();
  }

  /** Ends it for good. Who closes it, and who asks, has the lock of a seat. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  SeatLocks locks() {
    return locks;
  }

  @Nullable MemoryHold hold(HoldId hold) {
    return holds.get(new HoldKey(hold));
  }

  /** The hold of a claim, whose seats exist; mostly it has them. */
  @Nullable MemoryHold hold(Claim claim) {
    MemoryHold owner = owners.get(claim.seats().get(0));
    return owner != null && owner.is(claim.id()) ? owner : hold(claim.id());
  }

  Optional<HoldRecord> find(HoldId hold) {
    return Optional.ofNullable(hold(hold)).map(this::known);
  }

  HoldRecord known(MemoryHold hold) {
    return hold.known(id);
  }

  /**
   * The highest fence of those that exist among these seats; 0 if their locks are not to be had.
   */
  long highestFence(SeatSet seats, long waitNanos) {
    SeatSet here = SeatSet.of(seats.stream().filter(seat -> seat < size()).toArray());
    if (!locks.lock(here, waitNanos)) {
      return 0;
    }
    try {
      return here.stream().mapToLong(fences::highest).max().orElse(0);
    } finally {
      locks.unlock(here);
    }
  }

  /** The holds that are held still although their time ran out. */
  Stream<HoldRecord> lapsed(long now) {
    return holds.values().stream().filter(hold -> hold.hasLapsed(now)).map(this::known);
  }

  /** Takes the seats, whose locks the caller has. */
  ChangeResult take(SeatChange.Hold wanted, long now) {
    // Where nobody's hold is pointed at, only the id can be in the way, and writing sees that.
    if (wanted.fence() == 0 && areNobodys(wanted.claim().seats())) {
      return write(wanted, now);
    }
    MemoryHold same = hold(wanted.claim());
    if (same != null) {
      return answer(HoldRules.decide(known(same), wanted, now));
    }
    ChangeResult.@Nullable Refused refused = refusal(wanted, now);
    return refused == null ? write(wanted, now) : refused;
  }

  private boolean areNobodys(SeatSet seats) {
    for (int i = 0; i < seats.size(); i++) {
      if (owners.get(seats.get(i)) != null) {
        return false;
      }
    }
    return true;
  }

  private static ChangeResult answer(HoldRules.Step step) {
    if (step instanceof HoldRules.Step.Answer answer) {
      return answer.result();
    }
    throw new IllegalStateException("a repeated hold must change nothing: " + step);
  }

  private ChangeResult.@Nullable Refused refusal(SeatChange.Hold wanted, long now) {
    SeatSet seats = wanted.claim().seats();
    Refusal first = null;
    int[] concerned = new int[seats.size()];
    int count = 0;
    for (int i = 0; i < seats.size(); i++) {
      Refusal reason = refusal(seats.get(i), wanted, now);
      if (reason != null) {
        concerned[count++] = seats.get(i);
        first = first == null || reason.compareTo(first) < 0 ? reason : first;
      }
    }
    return first == null
        ? null
        : new ChangeResult.Refused(first, SeatSet.of(Arrays.copyOf(concerned, count)));
  }

  private @Nullable Refusal refusal(int seat, SeatChange.Hold wanted, long now) {
    if (wanted.fence() != 0 && fences.highest(seat) > wanted.fence()) {
      return Refusal.STALE_FENCE;
    }
    MemoryHold owner = owners.get(seat);
    return owner == null ? null : HoldRules.blocks(known(owner), wanted, now).orElse(null);
  }

  private ChangeResult write(SeatChange.Hold wanted, long now) {
    Claim claim = wanted.claim();
    Term term = HoldRules.term(since(claim.seats(), now), wanted.terms(), now);
    if (term.isOver(now)) {
      return ChangeResult.Refused.because(Refusal.EXTENSION_LIMIT);
    }
    MemoryHold hold = new MemoryHold(claim);
    MemoryHold rival = holds.putIfAbsent(hold, hold);
    if (rival != null) {
      // Two calls with one id and different seats meet nowhere but here, before anything is done.
      return answer(HoldRules.decide(known(rival), wanted, now));
    }
    point(hold, wanted.fence(), now);
    HoldRecord first = new HoldRecord(claim, HoldState.HELD, term, null);
    hold.become(first);
    return HoldRules.applied(first);
  }

  /** Points the seats at their new hold, and ends those that had them. */
  private void point(MemoryHold hold, long fence, long now) {
    SeatSet seats = hold.seats();
    for (int i = 0; i < seats.size(); i++) {
      int seat = seats.get(i);
      MemoryHold owner = owners.getAndSet(seat, hold);
      if (owner != null) {
        owner.displace(id, now);
      }
      fences.raise(seat, fence);
    }
  }

  /** Since when the user has held one of these seats; now, if none was. */
  private long since(SeatSet seats, long now) {
    long since = now;
    for (int i = 0; i < seats.size(); i++) {
      MemoryHold owner = owners.get(seats.get(i));
      if (owner != null && known(owner).keepsSeats(now)) {
        since = Math.min(since, known(owner).term().since());
      }
    }
    return since;
  }

  /** Lets go of the pointers of a hold that is over, whose seats' locks the caller has. */
  void free(MemoryHold over) {
    SeatSet seats = over.seats();
    for (int i = 0; i < seats.size(); i++) {
      owners.compareAndSet(seats.get(i), over, null);
    }
  }

  /** The holds that keep seats now, each whole; see {@link Keepers}. */
  Collection<HoldRecord> keepers(long now) {
    return new Keepers(id, owners, now).find();
  }
}
