package io.github.boxoffice.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.SeatSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SeatLocksTest {
  private final SeatLocks locks = new SeatLocks(4);

  @Test
  void lock_freeSeats_locksEachOfThem() {
    assertThat(locks.lock(SeatSet.of(0, 2), 0)).isTrue();
    assertThat(locks.lock(SeatSet.of(0), 0)).isFalse();
    assertThat(locks.lock(SeatSet.of(2), 0)).isFalse();
    assertThat(locks.lock(SeatSet.of(1, 3), 0)).isTrue();
  }

  @Test
  void lock_oneSeatLocked_keepsNoneAndLeavesThatOneLocked() {
    assertThat(locks.lock(SeatSet.of(2), 0)).isTrue();
    assertThat(locks.lock(SeatSet.of(1, 2, 3), 0)).isFalse();
    assertThat(locks.lock(SeatSet.of(2), 0)).isFalse();
    assertThat(locks.lock(SeatSet.of(1, 3), 0)).isTrue();
  }

  @Test
  void lock_neverUnlocked_givesUpAfterItsWait() {
    assertThat(locks.lock(SeatSet.of(1), 0)).isTrue();
    assertThat(locks.lock(SeatSet.of(0, 1), TimeUnit.MILLISECONDS.toNanos(5))).isFalse();
    assertThat(locks.lock(SeatSet.of(0), 0)).isTrue();
  }

  @Test
  void lock_unlockedMeanwhile_isHad() {
    SeatSet seats = SeatSet.of(1, 2);
    assertThat(locks.lock(seats, 0)).isTrue();
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(() -> locks.lock(SeatSet.of(2, 3), Long.MAX_VALUE));
    locks.unlock(seats);
    assertThat(waiting.join()).isTrue();
    assertThat(locks.lock(SeatSet.of(2), 0)).isFalse();
    assertThat(locks.lock(SeatSet.of(1), 0)).isTrue();
  }
}
