package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final ChangeResult DONE = new ChangeResult.Applied(HoldState.RELEASED, 0);

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void run_firstAnswerIsNoConflict_asksOnce() {
    for (ChangeResult answer :
        new ChangeResult[] {
          DONE,
          ChangeResult.Refused.because(Refusal.SEATS_HELD),
          new ChangeResult.Contended(),
          new ChangeResult.Unknown()
        }) {
      asked.set(0);
      assertThat(new Retry(5).run(() -> ask(0, answer))).isEqualTo(answer);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void run_conflictsAtFirst_asksAgain() {
    assertThat(new Retry(5).run(() -> ask(4, DONE))).isEqualTo(DONE);
    assertThat(asked).hasValue(5);
  }

  @Test
  void run_conflictsTooOften_isContended() {
    assertThat(new Retry(5).run(() -> ask(5, DONE))).isEqualTo(new ChangeResult.Contended());
    assertThat(asked).hasValue(5);
  }

  @Test
  void run_interrupted_givesUpAndKeepsTheFlag() {
    Thread.currentThread().interrupt();
    try {
      assertThat(new Retry(5).run(() -> ask(5, DONE))).isEqualTo(new ChangeResult.Contended());
      assertThat(asked).hasValue(1);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void new_withoutATry_isRefused() {
    assertThatThrownBy(() -> new Retry(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private ChangeResult ask(int conflicts, ChangeResult then) {
    return asked.getAndIncrement() < conflicts ? new ChangeResult.Conflict() : then;
  }
}
