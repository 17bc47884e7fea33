package io.github.boxoffice.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What is Redis's own: its clock, its scripts, its connections. */
class RedisLeaseStoreTest {
  private static final ShowId SHOW = new ShowId(7);
  private static final Duration TTL = Duration.ofSeconds(30);

  private static RedisServer server;
  private LeaseStore leases;
  private Jedis admin;

  @BeforeAll
  static void startServer() throws IOException {
    server = RedisServer.start();
  }

  @AfterAll
  static void endServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() {
    admin = server.admin();
    admin.flushAll();
    leases = RedisLeaseStore.open(server.url());
  }

  @AfterEach
  void close() {
    leases.close();
    admin.close();
  }

  @Test
  void acquire_realTimeRunsOut_lapsesByItself() {
    Lease lease = acquire(Duration.ofMillis(300), 0, 1);
    assertThat(leases.acquire(SHOW, SeatSet.of(1), TTL)).isEmpty();
    Eventually.isTrue(
        "the lease lapses", () -> leases.acquire(SHOW, SeatSet.of(1), TTL).isPresent());
    assertThat(leases.renew(lease, TTL)).isFalse();
    assertThat(leases.release(lease)).isFalse();
  }

  @Test
  void acquire_everyKey_lapsesByItselfAndHasTheTagOfItsShow() {
    acquire(TTL, 0, 5);
    Set<String> keys = admin.keys("*");
    assertThat(keys)
        .containsExactlyInAnyOrder(
            "boxoffice:{7}:fence", "boxoffice:{7}:lease:0", "boxoffice:{7}:lease:5")
        .allSatisfy(key -> assertThat(admin.pttl(key)).isPositive());
  }

  @Test
  void acquire_fence_isNeverBelowTheServersClock() {
    long before = micros();
    assertThat(acquire(TTL, 0).fence()).isBetween(before, micros());
  }

  @Test
  void acquire_answerTookLongerThanTheLease_isNone() {
    admin.clientPause(400);
    assertThat(leases.acquire(SHOW, SeatSet.of(0), Duration.ofMillis(100))).isEmpty();
  }

  @Test
  void renew_answerTookLongerThanTheLease_isLost() {
    Lease lease = acquire(TTL, 0);
    admin.clientPause(400);
    assertThat(leases.renew(lease, Duration.ofMillis(100))).isFalse();
    assertThat(leases.renew(lease, TTL)).isFalse();
    assertThat(leases.acquire(SHOW, SeatSet.of(0), TTL)).isPresent();
  }

  @Test
  void renew_oneKeyGone_givesTheOthersBackAndStaysLost() {
    Lease lease = acquire(TTL, 0, 1, 2);
    admin.del("boxoffice:{7}:lease:1");
    assertThat(leases.renew(lease, TTL)).isFalse();
    assertThat(leases.acquire(SHOW, SeatSet.of(0, 1, 2), TTL)).isPresent();
    assertThat(leases.renew(lease, TTL)).isFalse();
  }

  @Test
  void allCalls_afterScriptFlush_goOn() {
    Lease lease = acquire(TTL, 0);
    admin.scriptFlush();
    assertThat(leases.renew(lease, TTL)).isTrue();
    admin.scriptFlush();
    assertThat(leases.release(lease)).isTrue();
    admin.scriptFlush();
    leases.raiseFence(SHOW, SeatSet.of(0), Long.MAX_VALUE - 1);
    admin.scriptFlush();
    assertThat(acquire(TTL, 0).fence()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void fence_afterFlushAll_isHigher() {
    Lease lost = acquire(TTL, 0);
    admin.flushAll();
    assertThat(leases.renew(lost, TTL)).isFalse();
    assertThat(acquire(TTL, 0).fence()).isGreaterThan(lost.fence());
  }

  /** All of the pool's connections are broken, and the caller meets none of them. */
  @Test
  void acquire_afterARestartWithoutPersistence_isGrantedWithAHigherFence() throws IOException {
    Lease lost = acquire(TTL, 0);
    for (int seat = 1; seat < 8; seat++) {
      acquire(TTL, seat);
    }
    server.restart();
    assertThat(acquire(TTL, 0).fence()).isGreaterThan(lost.fence());
    assertThat(leases.release(lost)).isFalse();
  }

  @Test
  void allCalls_nobodyThere_saySoWithTheCause() throws IOException {
    RedisServer gone = RedisServer.start();
    try (LeaseStore cut = RedisLeaseStore.open(gone.url())) {
      Lease lease = cut.acquire(SHOW, SeatSet.of(0), TTL).orElseThrow();
      gone.close();
      assertBroken(() -> cut.acquire(SHOW, SeatSet.of(1), TTL));
      assertBroken(() -> cut.renew(lease, TTL));
      assertBroken(() -> cut.release(lease));
      assertBroken(() -> cut.raiseFence(SHOW, SeatSet.of(0), 1));
    }
    assertThatThrownBy(() -> RedisLeaseStore.open(gone.url()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(String.valueOf(gone.port()))
        .hasCauseInstanceOf(JedisConnectionException.class);
  }

  private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(StoreException.class)
        .hasCauseInstanceOf(JedisConnectionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://localhost:6379",
        "redis://localhost",
        "redis://:x",
        "redis://a b:1"
      })
  void open_noUrlOfRedis_isRefused(String url) {
    assertThatThrownBy(() -> RedisLeaseStore.open(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("url must be like redis://HOST:PORT");
  }

  @Test
  void open_badUrlWithAPassword_keepsItToItself() {
    assertThatThrownBy(() -> RedisLeaseStore.open("redis://me:secret@host"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void close_ofWhatItOpened_leavesNoConnectionAndNoThread() {
    leases.close();
    admin.ping();
    assertThat(admin.clientList().lines()).hasSize(1);
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.contains("evictor") || name.contains("edis"));
  }

  @Test
  void close_ofACallersClient_leavesItOpen() {
    try (var client = redis.clients.jedis.RedisClient.create(server.address())) {
      RedisLeaseStore.on(client).close();
      assertThat(client.ping()).isEqualTo("PONG");
    }
  }

  private Lease acquire(Duration ttl, int... seats) {
    return leases.acquire(SHOW, SeatSet.of(seats), ttl).orElseThrow();
  }

  private long micros() {
    return Long.parseLong(
        admin.time().stream()
            .map(part -> part.length() < 6 ? "0".repeat(6 - part.length()) + part : part)
            .collect(Collectors.joining()));
  }
}
