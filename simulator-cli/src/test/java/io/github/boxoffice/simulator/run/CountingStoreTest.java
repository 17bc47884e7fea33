package io.github.boxoffice.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountingStoreTest {
  private static final ShowId SHOW = new ShowId(1);
  private static final Duration TTL = Duration.ofMinutes(1);

  @Test
  void counted_leaseThatWasNotToBeHad_isAConflict() {
    try (CountingStore store = new CountingStore(new MemoryStore());
        LeaseStore leases = store.counted(new MemoryLeaseStore(store.clock()))) {
      Lease first = leases.acquire(SHOW, SeatSet.of(1, 2), TTL).orElseThrow();
      assertThat(store.conflicts()).isZero();
      assertThat(leases.acquire(SHOW, SeatSet.of(2, 3), TTL)).isEmpty();
      assertThat(store.conflicts()).isEqualTo(1);
      assertThat(leases.renew(first, TTL)).isTrue();
      assertThat(leases.release(first)).isTrue();
      assertThat(leases.acquire(SHOW, SeatSet.of(2, 3), TTL)).isPresent();
      assertThat(store.conflicts()).isEqualTo(1);
    }
  }
}
