package io.github.boxoffice.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What rivals are told in the middle of a change: while it reads the clock, it has its locks. */
@Timeout(30)
class MemorySeatsTest {
  private static final Isolation IMPATIENT = Isolation.rowLocks(Duration.ZERO);

  private final Meanwhile clock = new Meanwhile();
  private final MemoryStore store = new MemoryStore(clock);
  private final ShowId show = Shows.open(store.catalog(), 4);

  /** A clock that lets others act once when it is asked for the time. */
  private static final class Meanwhile implements InstantSource {
    private final AtomicReference<Runnable> action = new AtomicReference<>(() -> {});

    @Override
    public Instant instant() {
      CompletableFuture.runAsync(action.getAndSet(() -> {})).join();
      return SettableClock.START;
    }
  }

  @Test
  void apply_rivalAtTheSameSeat_isConflictOrContended() {
    List<ChangeResult> answers = new ArrayList<>();
    clock.action.set(
        () -> {
          answers.add(apply(take("bob", 1, 2), Isolation.GUARDED));
          answers.add(apply(take("bob", 0), Isolation.SERIALIZABLE));
          answers.add(apply(take("bob", 1), IMPATIENT));
          answers.add(apply(take("bob", 2), IMPATIENT));
        });
    ChangeResult own = apply(take("alice", 0, 1), IMPATIENT);
    assertThat(answers.subList(0, 3))
        .containsExactly(
            new ChangeResult.Conflict(), new ChangeResult.Conflict(), new ChangeResult.Contended());
    assertThat(answers.get(3)).isInstanceOf(ChangeResult.Applied.class);
    assertThat(own).isInstanceOf(ChangeResult.Applied.class);
    assertThat(store.seats().countFree(show)).isEqualTo(1);
  }

  @Test
  void apply_takerInTheMiddleOfAConfirm_waitsItsTurn() {
    Claim claim = Shows.claim(show, "alice", 0, 1);
    apply(new SeatChange.Hold(claim, Shows.TERMS, 0), IMPATIENT);
    HoldPayment payment = Shows.payment();
    List<ChangeResult> answers = new ArrayList<>();
    clock.action.set(() -> answers.add(apply(take("alice", 1, 2), IMPATIENT)));
    ChangeResult confirmed = apply(new SeatChange.Confirm(claim, payment, true), IMPATIENT);
    assertThat(answers).containsExactly(new ChangeResult.Contended());
    assertThat(confirmed).isInstanceOf(ChangeResult.Applied.class);
  }

  private SeatChange take(String user, int... seats) {
    return new SeatChange.Hold(Shows.claim(show, user, seats), Shows.TERMS, 0);
  }

  private ChangeResult apply(SeatChange change, Isolation isolation) {
    return store.seats().apply(change, isolation);
  }
}
