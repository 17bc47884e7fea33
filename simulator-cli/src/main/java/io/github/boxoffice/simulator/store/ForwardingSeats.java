package io.github.boxoffice.simulator.store;

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

/** Passes everything on; who extends it says what it does otherwise. */
public abstract class ForwardingSeats implements SeatStore {
  private final SeatStore next;

  /** Stands before these seats. */
  protected ForwardingSeats(SeatStore next) {
    this.next = next;
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    return next.apply(change, isolation);
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return next.applyAll(changes);
  }

  @Override
  public Optional<HoldRecord> find(ShowId show, HoldId hold) {
    return next.find(show, hold);
  }

  @Override
  public List<SeatStatus> seats(ShowId show) {
    return next.seats(show);
  }

  @Override
  public List<Claim> lapsed(int limit) {
    return next.lapsed(limit);
  }

  @Override
  public int countFree(ShowId show) {
    return next.countFree(show);
  }

  @Override
  public long highestFence(ShowId show, SeatSet seats) {
    return next.highestFence(show, seats);
  }
}
