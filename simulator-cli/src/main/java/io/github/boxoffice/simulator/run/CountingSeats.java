package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.HoldId;
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
import java.util.concurrent.atomic.LongAdder;

/** Counts how often a store said "again"; everything else passes through. */
final class CountingSeats implements SeatStore {
  private final SeatStore seats;
  private final LongAdder conflicts;

  CountingSeats(SeatStore seats, LongAdder conflicts) {
    this.seats = seats;
    this.conflicts = conflicts;
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    return count(seats.apply(change, isolation));
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    List<ChangeResult> results = seats.applyAll(changes);
    results.forEach(this::count);
    return results;
  }

  private ChangeResult count(ChangeResult result) {
    if (result instanceof ChangeResult.Conflict) {
      conflicts.increment();
    }
    return result;
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    return seats.find(show, hold);
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    return seats.seats(show);
  }

  @Override
  public List<Claim> lapsed(int limit) {
    return seats.lapsed(limit);
  }

  @Override
  public int countFree(ShowId show) {
    return seats.countFree(show);
  }
}
