package io.github.boxoffice.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.jdbc.H2;
import io.github.boxoffice.jdbc.JdbcStore;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.lock.Strategies;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/**
 * Redis loses its memory in the middle of a sale. All seats were written before under fences from a
 * clock that is an hour ahead, so whenever Redis forgets the floor its fences are too low.
 */
@Timeout(120)
class RedisLossTest {
  private static final Duration TTL = Duration.ofSeconds(5);
  private static final int SEATS = 24;
  private static final int SOME = 50;

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void sale_flushAll_goesOnAndSellsNoSeatTwice(String kind) throws IOException {
    try (RedisServer server = RedisServer.start();
        Store store = store(kind);
        LeaseStore leases = RedisLeaseStore.open(server.url());
        Jedis admin = server.admin()) {
      try (Sellers sellers = sell(store, leases)) {
        for (int i = 0; i < 20; i++) {
          admin.flushAll();
          assertSoldOnInTime(sellers);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void sale_restartWithoutPersistence_goesOnAndSellsNoSeatTwice(String kind) throws IOException {
    try (RedisServer server = RedisServer.start();
        Store store = store(kind);
        LeaseStore leases = RedisLeaseStore.open(server.url())) {
      try (Sellers sellers = sell(store, leases)) {
        for (int i = 0; i < 3; i++) {
          sellers.awaitSales(SOME);
          server.restart();
          assertSoldOnInTime(sellers);
        }
      }
    }
  }

  private static void assertSoldOnInTime(Sellers sellers) {
    long start = System.nanoTime();
    sellers.awaitSales(SOME);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TTL);
  }

  private static Store store(String kind) {
    return kind.equals("memory")
        ? new MemoryStore()
        : JdbcStore.at(H2.memory(kind + UUID.randomUUID())).createTables().open();
  }

  private static Sellers sell(Store store, LeaseStore leases) {
    InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    BoxOffice before =
        BoxOffice.on(store).strategy("lease").leases(new MemoryLeaseStore(ahead)).open();
    Show show = before.addShow("Hamlet", SeatMap.grid(1, SEATS));
    for (int seat = 0; seat < SEATS; seat++) {
      before.release(before.hold(show, "early", Sellers.label(seat)).orElseThrow()).orElseThrow();
    }
    BoxOffice office = BoxOffice.on(store).strategy(Strategies.lease(TTL)).leases(leases).open();
    return new Sellers(office, show, SEATS);
  }
}
