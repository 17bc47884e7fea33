package io.github.boxoffice.redis;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * Leases in Redis: a key a seat, all keys of a lease in one step. See the package for what is kept
 * there and what survives.
 */
public final class RedisLeaseStore implements LeaseStore {
  private static final String FENCE_KEPT = Long.toString(Duration.ofDays(1).toMillis());

  private final Redis redis;
  private final Keys keys;
  private final Runnable opened;

  private RedisLeaseStore(UnifiedJedis jedis, Keys keys, Runnable opened) {
    this.redis = new Redis(jedis);
    this.keys = keys;
    this.opened = opened;
  }

  /**
   * Leases by this client, which stays the caller's to close: a {@code RedisClient} for one server,
   * a {@code RedisClusterClient} for a cluster, a {@code RedisSentinelClient} for whichever server
   * is the master.
   */
  public static RedisLeaseStore on(UnifiedJedis jedis) {
    return new RedisLeaseStore(jedis, Keys.STANDARD, () -> {});
  }

  /**
   * The same under keys of its own, for box offices with different databases that share a Redis.
   *
   * @param prefix what the keys begin with, instead of {@code boxoffice:}; without braces
   */
  public static RedisLeaseStore on(UnifiedJedis jedis, String prefix) {
    return new RedisLeaseStore(jedis, new Keys(prefix), () -> {});
  }

  /**
   * Leases on one server, by a pool of connections that {@link #close} closes.
   *
   * @param url {@code redis://HOST:PORT}, with {@code USER:PASSWORD@} before the host and {@code
   *     /DATABASE} after the port where needed; {@code rediss:} for TLS
   * @throws IllegalArgumentException if the URL is none of these
   * @throws io.github.boxoffice.store.StoreException if nothing answers there
   */
  public static RedisLeaseStore open(String url) {
    UnifiedJedis jedis = RedisUrl.connect(url);
    return new RedisLeaseStore(jedis, Keys.STANDARD, jedis::close);
  }

  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    UUID token = HoldId.random().value();
    List<String> touched = new ArrayList<>();
    touched.add(keys.fence(show));
    touched.addAll(keys.leases(show, seats));
    long asked = System.nanoTime();
    Object fence = redis.run(Scripts.ACQUIRE, touched, token.toString(), millis(ttl), FENCE_KEPT);
    if (fence == null) {
      return Optional.empty();
    }
    Lease lease = new Lease(show, seats, token, Long.parseLong(fence.toString()));
    return isInTime(asked, lease, ttl) ? Optional.of(lease) : Optional.empty();
  }

  /** Renews all or nothing: a lease of which one seat is lost is lost. */
  @Override
  public boolean renew(Lease lease, Duration ttl) {
    List<String> seats = keys.leases(lease.show(), lease.seats());
    long asked = System.nanoTime();
    return isDone(redis.run(Scripts.RENEW, seats, lease.token().toString(), millis(ttl)))
        && isInTime(asked, lease, ttl);
  }

  /** An answer that took longer than the lease lasts says nothing about now. */
  private boolean isInTime(long asked, Lease lease, Duration ttl) {
    boolean inTime = System.nanoTime() - asked < ttl.toNanos();
    if (!inTime) {
      release(lease);
    }
    return inTime;
  }

  @Override
  public boolean release(Lease lease) {
    List<String> seats = keys.leases(lease.show(), lease.seats());
    return isDone(redis.run(Scripts.RELEASE, seats, lease.token().toString()));
  }

  @Override
  public void releaseSoon(Lease lease) {
    redis.send(Scripts.RELEASE, keys.leases(lease.show(), lease.seats()), lease.token().toString());
  }

  /** Raises the fences of all seats of the show, which share a counter. */
  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    redis.run(Scripts.RAISE, List.of(keys.fence(show)), Long.toString(floor), FENCE_KEPT);
  }

  @Override
  public void close() {
    opened.run();
  }

  private static boolean isDone(@Nullable Object answer) {
    return Long.valueOf(1).equals(answer);
  }

  /** Redis knows no shorter time. */
  private static String millis(Duration ttl) {
    return Long.toString(Math.max(1, ttl.toMillis()));
  }
}
