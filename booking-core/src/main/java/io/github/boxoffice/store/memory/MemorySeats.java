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
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.SeatStore;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The seats of all shows; each change runs under the locks of the seats it concerns. */
final class MemorySeats implements SeatStore {
  /** How long a change without row locks meets a rival in the middle of a write. */
  private static final long BRIEFLY = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(60);
  private static final ChangeResult CONFLICT = new ChangeResult.Conflict();
  private static final ChangeResult CONTENDED = new ChangeResult.Contended();

  private final ConcurrentMap<ShowId, MemoryShow> shows = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final MemoryPayments payments;

  MemorySeats(InstantSource clock, MemoryPayments payments) {
    this.clock = clock;
    this.payments = payments;
  }

  void open(ShowId show, int seats) {
    shows.put(show, new MemoryShow(show, seats));
  }

  /**
   * Ends a show for good, unless there is a reason not to, which is looked for while nobody can
   * change anything of it.
   *
   * @return how many seats and holds it had; 0 if it stays
   */
  int close(ShowId id, BooleanSupplier allowed) {
    MemoryShow show = shows.get(id);
    SeatSet all = show == null ? SeatSet.empty() : show.allSeats();
    if (show == null || !show.locks().lock(all, LONG_ENOUGH)) {
      return 0;
    }
    try {
      if (!allowed.getAsBoolean()) {
        return 0;
      }
      show.close();
      shows.remove(id);
      return show.size() + show.countHolds();
    } finally {
      show.locks().unlock(all);
    }
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    if (isolation instanceof Isolation.RowLocks locks) {
      return apply(change, locks.patience().toNanos(), CONTENDED);
    }
    return apply(change, BRIEFLY, CONFLICT);
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return changes.stream().map(change -> apply(change, LONG_ENOUGH, CONTENDED)).toList();
  }

  private ChangeResult apply(SeatChange change, long waitNanos, ChangeResult ifLocked) {
    Claim claim = change.claim();
    MemoryShow show = shows.get(claim.show());
    if (show == null) {
      return ChangeResult.Refused.because(Refusal.NO_SUCH_SHOW);
    }
    SeatSet seats = claim.seats();
    if (seats.get(seats.size() - 1) >= show.size()) {
      return ChangeResult.Refused.because(Refusal.NO_SUCH_SEAT);
    }
    if (!show.locks().lock(seats, waitNanos)) {
      return ifLocked;
    }
    try {
      if (show.isClosed()) {
        return ChangeResult.Refused.because(Refusal.NO_SUCH_SHOW);
      }
      return change instanceof SeatChange.Hold hold
          ? show.take(hold, clock.millis())
          : step(show, change);
    } finally {
      show.locks().unlock(seats);
    }
  }

  private ChangeResult step(MemoryShow show, SeatChange change) {
    MemoryHold hold = show.hold(change.claim());
    HoldRecord known = hold == null ? null : hold.knownAs(change.claim());
    HoldRules.Step step = HoldRules.decide(known, change, clock.millis());
    if (hold != null && step instanceof HoldRules.Step.Become become) {
      return payments.together(change, known, () -> become(show, hold, become.next()));
    }
    return step instanceof HoldRules.Step.Answer answer
        ? answer.result()
        : ChangeResult.Refused.because(Refusal.NO_SUCH_HOLD);
  }

  private static ChangeResult become(MemoryShow show, MemoryHold hold, HoldRecord next) {
    hold.become(next);
    if (next.state().isOver()) {
      show.free(hold);
    }
    return HoldRules.applied(next);
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    MemoryShow known = shows.get(show);
    return known == null ? Optional.empty() : known.find(hold);
  }

  @Override
  public long highestFence(ShowId show, SeatSet seats) {
    MemoryShow known = shows.get(show);
    return known == null ? 0 : known.highestFence(seats, LONG_ENOUGH);
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    MemoryShow known = shows.get(show);
    if (known == null) {
      return List.of();
    }
    @Nullable SeatStatus[] seats = new SeatStatus[known.size()];
    Arrays.fill(seats, SeatStatus.FREE);
    for (HoldRecord keeper : known.keepers(clock.millis())) {
      SeatState state = keeper.state() == HoldState.CONFIRMED ? SeatState.BOOKED : SeatState.HELD;
      SeatStatus status = new SeatStatus(state, keeper.claim().id());
      SeatSet kept = keeper.claim().seats();
      for (int i = 0; i < kept.size(); i++) {
        seats[kept.get(i)] = status;
      }
    }
    return List.of(seats);
  }

  @Override
  public List<Claim> lapsed(int limit) {
    long now = clock.millis();
    return shows.values().stream()
        .flatMap(show -> show.lapsed(now))
        .limit(limit)
        .map(HoldRecord::claim)
        .toList();
  }

  @Override
  public int countFree(ShowId show) {
    return (int) seats(show).stream().filter(seat -> seat.state() == SeatState.FREE).count();
  }
}
