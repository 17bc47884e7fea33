package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class H2MemoryLeaseStoreTest extends LeaseStoreContract {
  private static final Duration TTL = Duration.ofSeconds(1);

  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = Pooled.inMemory();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected LeaseStore open(InstantSource clock) {
    return JdbcLeaseStore.on(database, clock);
  }

  /** Its fence would be higher than that of whoever has the seats by now. */
  @Test
  void acquire_thatTookLongerThanItsTime_isNotGranted() {
    SettableClock clock = new SettableClock();
    InstantSource jumping =
        () -> {
          Instant now = clock.instant();
          clock.advance(TTL);
          return now;
        };
    assertThat(open(jumping).acquire(new ShowId(1), SeatSet.of(0, 1), TTL)).isEmpty();
  }

  @Test
  void acquire_afterTheClockWasSetBack_drawsAHigherFence() {
    SettableClock clock = new SettableClock();
    LeaseStore leases = open(clock);
    var first = leases.acquire(new ShowId(2), SeatSet.of(0, 1), TTL).orElseThrow();
    leases.release(first);
    clock.advance(Duration.ofDays(-1));
    var second = open(clock).acquire(new ShowId(2), SeatSet.of(1, 2), TTL).orElseThrow();
    assertThat(second.fence()).isGreaterThan(first.fence());
  }
}
