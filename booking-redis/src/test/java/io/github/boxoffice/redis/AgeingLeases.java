package io.github.boxoffice.redis;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.UnifiedJedis;

/** Leases in Redis, which go by Redis's clock, made to go by the test's clock too. */
final class AgeingLeases implements LeaseStore {
  private final LeaseStore real;
  private final UnifiedJedis jedis;
  private final Keys keys;
  private final InstantSource clock;
  private final AtomicLong seen;
  private final Queue<Lease> granted = new ConcurrentLinkedQueue<>();

  AgeingLeases(UnifiedJedis jedis, Keys keys, InstantSource clock) {
    this.real = RedisLeaseStore.on(jedis, keys.prefix());
    this.keys = keys;
    this.jedis = jedis;
    this.clock = clock;
    this.seen = new AtomicLong(clock.millis());
  }

  /** The time that went by on the test's clock is taken from what the keys have left. */
  private LeaseStore aged() {
    long now = clock.millis();
    long gone = now - seen.getAndSet(now);
    if (gone > 0) {
      granted.forEach(
          lease -> keys.leases(lease.show(), lease.seats()).forEach(key -> age(key, gone)));
    }
    return real;
  }

  private void age(String key, long gone) {
    long left = jedis.pttl(key);
    if (left > 0) {
      jedis.pexpire(key, left - gone);
    }
  }

  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    Optional<Lease> lease = aged().acquire(show, seats, ttl);
    lease.ifPresent(granted::add);
    return lease;
  }

  @Override
  public boolean renew(Lease lease, Duration ttl) {
    return aged().renew(lease, ttl);
  }

  @Override
  public boolean release(Lease lease) {
    boolean released = aged().release(lease);
    granted.remove(lease);
    return released;
  }

  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    aged().raiseFence(show, seats, floor);
  }

  @Override
  public void close() {
    real.close();
  }
}
