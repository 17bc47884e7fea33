package io.github.boxoffice.contract;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.SeatStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that answers the first changes as it is told, and then as the real one does. */
final class FaultySeats implements SeatStore {
  private final SeatStore real;
  private final Supplier<ChangeResult> fault;
  private final AtomicInteger faults;

  /** The next so many changes are answered by the fault, which may also throw. */
  FaultySeats(SeatStore real, int faults, Supplier<ChangeResult> fault) {
    this.real = real;
    this.fault = fault;
    this.faults = new AtomicInteger(faults);
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    return faults.getAndDecrement() > 0 ? fault.get() : real.apply(change, isolation);
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return faults.getAndDecrement() > 0
        ? changes.stream().map(change -> fault.get()).toList()
        : real.applyAll(changes);
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    return real.find(show, hold);
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    return real.seats(show);
  }

  @Override
  public List<Claim> lapsed(int limit) {
    return real.lapsed(limit);
  }

  @Override
  public int countFree(ShowId show) {
    return real.countFree(show);
  }

  @Override
  public long highestFence(ShowId show, SeatSet seats) {
    return real.highestFence(show, seats);
  }
}
