package io.github.boxoffice.lock;

import static io.github.boxoffice.lock.Callers.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LaneTest {
  private final MemoryStore store = new MemoryStore(new SettableClock());
  private final ShowId show = Shows.open(store.catalog(), 4);
  private final HeldUpSeats seats = new HeldUpSeats(store.seats());

  /** Nothing takes longer than this. */
  private Lane lane = lane(new Lane.Pace(Long.MAX_VALUE, 0));

  /** Those who wake up first would otherwise keep the next transaction from starting. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void apply_transactionEnds_theLaneIsHandedOnBeforeTheOthersAreTold(boolean fails) {
    assertThat(isOtherWaitingWhenTheLaneIsHandedOn(fails)).isTrue();
  }

  /** They come back with their next requests before the next transaction gathers. */
  @Test
  void apply_longTransactionEnds_theOthersAreToldBeforeTheLaneIsHandedOn() {
    lane = lane(new Lane.Pace(0, 0));
    assertThat(isOtherWaitingWhenTheLaneIsHandedOn(false)).isFalse();
  }

  private boolean isOtherWaitingWhenTheLaneIsHandedOn(boolean fails) {
    boolean waiting;
    ask(0);
    seats.awaitBegun();
    List<Caller> callers = Stream.of(1, 2).map(i -> ask(i).awaitBlockedBy(Request.class)).toList();
    Request other = (Request) LockSupport.getBlocker(callers.get(1).thread());
    seats.letOneGo();
    seats.awaitBegun();
    if (fails) {
      seats.instead(
          changes -> {
            throw new StackOverflowError("in the driver");
          });
    }
    lane.lock.lock(); // Nobody can hand the lane on.
    try {
      seats.letAllGo();
      Thread leader = callers.get(0).thread();
      await("it wants to hand the lane on", () -> lane.lock.hasQueuedThread(leader));
      waiting = other.isWaiting();
    } finally {
      lane.lock.unlock();
    }
    if (fails) {
      callers.forEach(caller -> assertThat(caller.failure()).isNotNull());
    } else {
      callers.forEach(
          caller -> assertThat(caller.answer()).isInstanceOf(ChangeResult.Applied.class));
    }
    return waiting;
  }

  /** To wake another leader takes a while, in which nobody would be served. */
  @Test
  void apply_longTransactionsWithOthers_areMadeByOneLeader() {
    lane = lane(new Lane.Pace(0, Long.MAX_VALUE / 2));
    Caller leader = leadWithOthers();
    Caller late = ask(2).awaitBlockedBy(Request.class);
    seats.letOneGo();
    seats.awaitBegun();
    Caller later = ask(3).awaitBlockedBy(Request.class);
    seats.letAllGo();
    Stream.of(leader, late, later)
        .forEach(caller -> assertThat(caller.answer()).isInstanceOf(ChangeResult.Applied.class));
    assertThat(seats.calls().stream().skip(1).map(HeldUpSeats.Call::by))
        .containsExactly(leader.thread(), leader.thread(), leader.thread());
  }

  /** Nobody serves others for ever. */
  @Test
  void apply_leadersPatienceIsOver_theLaneIsHandedOn() {
    lane = lane(new Lane.Pace(0, 0));
    Caller leader = leadWithOthers();
    Caller late = ask(2).awaitBlockedBy(Request.class);
    seats.letAllGo();
    assertThat(leader.answer()).isInstanceOf(ChangeResult.Applied.class);
    assertThat(late.answer()).isInstanceOf(ChangeResult.Applied.class);
    assertThat(seats.calls().get(2).by()).isEqualTo(late.thread());
  }

  /** Who found the lane idle may be interrupted, and serves nobody else. */
  @Test
  void apply_longTransactionAlone_theLaneIsHandedOn() {
    lane = lane(new Lane.Pace(0, Long.MAX_VALUE / 2));
    Caller leader = leadWithOthers();
    assertThat(seats.calls().get(1).by()).isEqualTo(leader.thread());
    seats.letAllGo();
    assertThat(leader.answer()).isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void apply_transactionForOthersFails_theyHearItAndTheLaneGoesOn() {
    lane = lane(new Lane.Pace(0, Long.MAX_VALUE / 2));
    Caller leader = leadWithOthers();
    Caller late = ask(2).awaitBlockedBy(Request.class);
    seats.letOneGo();
    seats.awaitBegun();
    seats.instead(
        changes -> {
          throw new StackOverflowError("in the driver");
        });
    seats.letAllGo();
    assertThat(late.failure()).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(leader.answer()).isInstanceOf(ChangeResult.Applied.class);
    assertThat(ask(3).answer()).isInstanceOf(ChangeResult.Applied.class);
  }

  /** Somebody whom the first who came handed the lane to, and whose transaction has begun. */
  private Caller leadWithOthers() {
    ask(0);
    seats.awaitBegun();
    Caller leader = ask(1).awaitBlockedBy(Request.class);
    seats.letOneGo();
    seats.awaitBegun();
    return leader;
  }

  /** The store may take long, and others must be able to come and go meanwhile. */
  @Test
  void apply_storeAtWork_leavesTheLockFree() {
    Caller busy = ask(0);
    seats.awaitBegun();
    assertThat(lane.lock.isLocked()).isFalse();
    seats.letAllGo();
    assertThat(busy.answer()).isInstanceOf(ChangeResult.Applied.class);
  }

  private static Lane lane(Lane.Pace pace) {
    return new Lane(new Batched.Settings(Duration.ofHours(1), 100, 1, 100, 0, pace));
  }

  private Caller ask(int seat) {
    SeatChange hold = new SeatChange.Hold(Shows.claim(show, "user" + seat, seat), Shows.TERMS, 0);
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    return Callers.ask(() -> lane.apply(hold, seats, deadline));
  }
}
