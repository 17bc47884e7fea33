package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MemoryLeaseStoreTest extends LeaseStoreContract {
  @Override
  protected LeaseStore open(InstantSource clock) {
    return new MemoryLeaseStore(clock);
  }

  @Override
  protected int requests() {
    return 100_000;
  }

  /** Its fence would be higher than that of whoever has the seats by now. */
  @Test
  void acquire_thatTookLongerThanItsTime_isNotGranted() {
    Duration ttl = Duration.ofSeconds(1);
    SettableClock clock = new SettableClock();
    InstantSource jumping =
        () -> {
          Instant now = clock.instant();
          clock.advance(ttl);
          return now;
        };
    LeaseStore leases = new MemoryLeaseStore(jumping);
    assertThat(leases.acquire(new ShowId(1), SeatSet.of(0, 1), ttl)).isEmpty();
  }
}
