package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.store.ForwardingSeats;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often a store said "again"; everything else passes through. */
final class CountingSeats extends ForwardingSeats {
  private final LongAdder conflicts;

  CountingSeats(SeatStore seats, LongAdder conflicts) {
    super(seats);
    this.conflicts = conflicts;
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    return count(super.apply(change, isolation));
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    List<ChangeResult> results = super.applyAll(changes);
    results.forEach(this::count);
    return results;
  }

  private ChangeResult count(ChangeResult result) {
    if (result instanceof ChangeResult.Conflict) {
      conflicts.increment();
    }
    return result;
  }
}
