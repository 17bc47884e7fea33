package io.github.boxoffice.simulator.control;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seats in a map of thread-safe maps, which is what many take for enough: each step is safe, and
 * what lies between two steps is not.
 */
final class NaiveSeats implements SeatStore {
  private record Place(ShowId show, int seat) {}

  private final Map<Place, HoldId> owners = new ConcurrentHashMap<>();
  private final Map<HoldId, HoldRecord> holds = new ConcurrentHashMap<>();
  private final Store sound;
  private final NaivePayments payments;

  /**
   * @param sound has the catalogue and the clock
   */
  NaiveSeats(Store sound, NaivePayments payments) {
    this.sound = sound;
    this.payments = payments;
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    HoldRecord known = holds.get(change.claim().id());
    if (known == null && change instanceof SeatChange.Hold hold) {
      return take(hold);
    }
    HoldRules.Step step = HoldRules.decide(known, change, now());
    if (known != null && step instanceof HoldRules.Step.Become become) {
      payments.follow(change, known);
      holds.put(change.claim().id(), become.next());
      return HoldRules.applied(become.next());
    }
    return step instanceof HoldRules.Step.Answer answer
        ? answer.result()
        : ChangeResult.Refused.because(Refusal.NO_SUCH_HOLD);
  }

  private ChangeResult take(SeatChange.Hold wanted) {
    Claim claim = wanted.claim();
    int[] taken = claim.seats().stream().filter(seat -> isTaken(wanted, seat)).toArray();
    if (taken.length > 0) {
      return new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(taken));
    }
    Pause.betweenCheckAndWrite();
    long now = now();
    HoldRecord first =
        new HoldRecord(claim, HoldState.HELD, HoldRules.term(now, wanted.terms(), now), null);
    holds.put(claim.id(), first);
    claim.seats().stream().forEach(seat -> owners.put(new Place(claim.show(), seat), claim.id()));
    return HoldRules.applied(first);
  }

  private boolean isTaken(SeatChange.Hold wanted, int seat) {
    HoldRecord owner = owner(wanted.claim().show(), seat);
    return owner != null && HoldRules.blocks(owner, wanted, now()).isPresent();
  }

  private @Nullable HoldRecord owner(ShowId show, int seat) {
    HoldId owner = owners.get(new Place(show, seat));
    return owner == null ? null : holds.get(owner);
  }

  private long now() {
    return sound.clock().millis();
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return changes.stream().map(change -> apply(change, Isolation.GUARDED)).toList();
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    return Optional.ofNullable(holds.get(hold)).filter(known -> known.claim().show().equals(show));
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    int size =
        sound
            .catalog()
            .show(show)
            .flatMap(found -> sound.catalog().hall(found.plan().hallId()))
            .map(hall -> hall.seatMap().size())
            .orElse(0);
    return IntStream.range(0, size).mapToObj(seat -> status(show, seat)).toList();
  }

  private SeatStatus status(ShowId show, int seat) {
    HoldRecord owner = owner(show, seat);
    if (owner == null || !owner.keepsSeats(now())) {
      return SeatStatus.FREE;
    }
    boolean booked = owner.state() == HoldState.CONFIRMED;
    return new SeatStatus(booked ? SeatState.BOOKED : SeatState.HELD, owner.claim().id());
  }

  @Override
  public List<Claim> lapsed(int limit) {
    return holds.values().stream()
        .filter(hold -> hold.state() == HoldState.HELD && hold.hasLapsed(now()))
        .limit(limit)
        .map(HoldRecord::claim)
        .toList();
  }

  @Override
  public int countFree(ShowId show) {
    return (int) seats(show).stream().filter(seat -> seat.state() == SeatState.FREE).count();
  }

  @Override
  public long highestFence(ShowId show, SeatSet seats) {
    return 0; // It takes no notice of fences.
  }
}
