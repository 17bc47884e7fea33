package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A store whose transactions begin, and then go on when the test lets them. */
final class HeldUpSeats implements SeatStore {
  private static final int EVERYBODY = 1_000_000;

  private final SeatStore real;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Function<List<SeatChange>, List<ChangeResult>>> faults =
      new ConcurrentLinkedQueue<>();
  private final Semaphore begun = new Semaphore(0);

  /** Fair, or who has only begun could be let go before those that wait. */
  private final Semaphore go = new Semaphore(0, true);

  /**
   * What the store was asked.
   *
   * @param alone whether by {@code apply}
   * @param by on which thread
   */
  record Call(boolean alone, List<SeatChange> changes, Thread by) {}

  HeldUpSeats(SeatStore real) {
    this.real = real;
  }

  /** Waits until the next transaction has begun. */
  void awaitBegun() {
    try {
      assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).as("a transaction begins").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets one transaction go on, of those that wait the first. */
  void letOneGo() {
    go.release();
  }

  /** Lets all transactions go on from now on. */
  void letAllGo() {
    go.release(EVERYBODY);
  }

  /** What the next transaction does instead, if none is to do something else before it. */
  void instead(Function<List<SeatChange>, List<ChangeResult>> fault) {
    faults.add(fault);
  }

  /** What it was asked so far, transactions that have only begun included. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How many changes each transaction made. */
  List<Integer> sizes() {
    return calls.stream().map(call -> call.changes.size()).toList();
  }

  @Override
  public ChangeResult apply(SeatChange change, Isolation isolation) {
    assertThat(isolation).isEqualTo(Isolation.GUARDED);
    return begin(true, List.of(change))
        ? fault(List.of(change)).get(0)
        : real.apply(change, isolation);
  }

  @Override
  public List<ChangeResult> applyAll(List<SeatChange> changes) {
    return begin(false, changes) ? fault(changes) : real.applyAll(changes);
  }

  private boolean begin(boolean alone, List<SeatChange> changes) {
    calls.add(new Call(alone, new ArrayList<>(changes), Thread.currentThread()));
    begun.release();
    go.acquireUninterruptibly();
    return !faults.isEmpty();
  }

  private List<ChangeResult> fault(List<SeatChange> changes) {
    return faults.remove().apply(changes);
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
