package io.github.boxoffice.lock;

import static io.github.boxoffice.lock.Callers.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.junit.jupiter.api.Test;

/** Who may wait and for how long, and what becomes of those who no longer do. */
class BatchedWaitTest extends BatchedFixture {
  private static final ChangeResult CONTENDED = new ChangeResult.Contended();

  @Test
  void apply_tooManyWait_refusesHoldsAloneAtOnce() {
    strategy = batched(Queueing.settings(LONG, 2));
    Claim early = Shows.claim(show, "early", 11);
    store.seats().apply(take(early), Isolation.GUARDED);
    lead(take(0));
    Caller second = queue(take(1));
    Caller third = queue(take(2));
    assertThat(apply(take(3))).isEqualTo(ChangeResult.Refused.because(Refusal.OVERLOADED));
    Caller confirm = queue(new SeatChange.Confirm(early, Shows.payment(), true));
    Caller cancel = queue(new SeatChange.Cancel(early));
    assertThat(apply(take(3))).isEqualTo(ChangeResult.Refused.because(Refusal.OVERLOADED));
    seats.letAllGo();
    assertHeld(second.answer());
    assertHeld(third.answer());
    assertThat(confirm.answer()).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    assertThat(cancel.answer()).isEqualTo(new ChangeResult.Applied(HoldState.CANCELLED, 0));
    assertThat(store.seats().countFree(show)).isEqualTo(9);
    assertHeld(apply(take(3)));
  }

  @Test
  void apply_waitedTooLong_isContendedAndCertainlyDoesNotHappen() {
    strategy = batched(Queueing.settings(Duration.ofMillis(2), 1));
    Caller busy = lead(take(0));
    for (int i = 0; i < 3; i++) {
      assertThat(apply(take(1))).as("one that withdrew leaves room").isEqualTo(CONTENDED);
    }
    seats.letAllGo();
    assertHeld(busy.answer());
    assertThat(seats.sizes()).containsExactly(1);
    assertHeld(apply(take(1)));
  }

  @Test
  void apply_takenBeforeItsTimeWasUp_getsTheTrueAnswer() {
    Duration patience = Duration.ofSeconds(2);
    strategy = batched(Queueing.settings(patience, 100));
    lead(take(0));
    queue(take(1));
    Caller taken = queue(take(2));
    seats.letOneGo();
    seats.awaitBegun();
    long now = System.nanoTime();
    await("time is up", () -> System.nanoTime() - now > patience.toNanos());
    taken.awaitBlockedBy(Request.class);
    seats.letAllGo();
    assertHeld(taken.answer());
  }

  @Test
  void apply_interruptedInTheQueue_isContendedAndDoesNotHappen() {
    Caller busy = lead(take(0));
    Caller impatient = queue(take(1));
    Caller patient = queue(take(1, 2));
    impatient.thread().interrupt();
    assertThat(impatient.answer()).isEqualTo(CONTENDED);
    assertThat(impatient.stayedInterrupted()).isTrue();
    seats.letAllGo();
    assertHeld(busy.answer());
    assertHeld(patient.answer());
    assertThat(seats.sizes()).containsExactly(1, 1);
  }

  @Test
  void apply_interruptedWhenTaken_getsTheTrueAnswerAndStaysInterrupted() {
    lead(take(0));
    Caller leader = queue(take(1));
    Caller taken = queue(take(2));
    seats.letOneGo();
    seats.awaitBegun();
    leader.thread().interrupt();
    taken.thread().interrupt();
    await("it noticed", () -> !taken.thread().isInterrupted());
    seats.letAllGo();
    assertHeld(taken.answer());
    assertHeld(leader.answer());
    assertThat(taken.stayedInterrupted()).isTrue();
    assertThat(leader.stayedInterrupted()).isTrue();
  }

  @Test
  void close_whileRequestsWait_finishesThemAndRefusesLaterOnes() {
    Caller busy = lead(take(0));
    Caller waits = queue(take(1));
    Caller closing = closing().awaitBlockedBy(AbstractQueuedSynchronizer.class);
    assertThatThrownBy(() -> apply(take(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    seats.letAllGo();
    assertHeld(busy.answer());
    assertHeld(waits.answer());
    assertThat(closing.answer()).isEqualTo(done());
    strategy.close();
    assertThatThrownBy(() -> apply(take(2))).isInstanceOf(IllegalStateException.class);
    assertThat(seats.calls()).hasSize(2);
  }

  @Test
  void settings_withoutSense_areRefused() {
    assertThatThrownBy(() -> Strategies.batched(Duration.ofNanos(-1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patience");
    assertThatThrownBy(() -> Strategies.batched(LONG, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bound 0");
  }
}
