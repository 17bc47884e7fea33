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
  private Lane lane = new Lane(100, 100, 0, Long.MAX_VALUE);

  /** Those who wake up first would otherwise keep the next transaction from starting. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void apply_transactionEnds_theLaneIsHandedOnBeforeTheOthersAreTold(boolean fails) {
    assertThat(isOtherWaitingWhenTheLaneIsHandedOn(fails)).isTrue();
  }

  /** They come back with their next requests before the next transaction gathers. */
  @Test
  void apply_longTransactionEnds_theOthersAreToldBeforeTheLaneIsHandedOn() {
    lane = new Lane(100, 100, 0, 0);
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

  /** The store may take long, and others must be able to come and go meanwhile. */
  @Test
  void apply_storeAtWork_leavesTheLockFree() {
    Caller busy = ask(0);
    seats.awaitBegun();
    assertThat(lane.lock.isLocked()).isFalse();
    seats.letAllGo();
    assertThat(busy.answer()).isInstanceOf(ChangeResult.Applied.class);
  }

  private Caller ask(int seat) {
    SeatChange hold = new SeatChange.Hold(Shows.claim(show, "user" + seat, seat), Shows.TERMS, 0);
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    return Callers.ask(() -> lane.apply(hold, seats, deadline));
  }
}
