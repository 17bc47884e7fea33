package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final long NANOS = 1_000_000;

  private final Patience patience = new Patience(NANOS);

  @Test
  void deadline_askedLate_beginsThen() {
    long later = later();
    assertThat(patience.deadline()).isGreaterThanOrEqualTo(later + NANOS);
  }

  @Test
  void deadline_askedAgain_isTheSame() {
    long first = patience.deadline();
    later();
    assertThat(patience.deadline()).isEqualTo(first);
  }

  /** A time after now, which has come. */
  private static long later() {
    long now = System.nanoTime();
    while (System.nanoTime() == now) {
      Thread.onSpinWait();
    }
    return System.nanoTime();
  }
}
