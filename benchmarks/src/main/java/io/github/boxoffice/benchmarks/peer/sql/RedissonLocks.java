package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Redis;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;

/**
 * Redisson: a lock a seat, taken together as a MultiLock for as long as it takes to hold the seats.
 * The UPDATE is guarded nevertheless, because a lock in Redis can be lost. Confirming needs no
 * lock: the seats are the buyer's already.
 */
final class RedissonLocks extends SqlPeer {
  private static final long WAIT_MILLIS = 2_000;

  /** Said, so that no watchdog has to renew it. */
  private static final long LEASE_MILLIS = 10_000;

  private final Redis server;
  private final RedissonClient redisson;

  RedissonLocks() {
    super(Database.postgres());
    this.server = Redis.start();
    Config config = new Config();
    config.useSingleServer().setAddress(server.url());
    this.redisson = Redisson.create(config);
  }

  @Override
  boolean hold(Wish wish) {
    RLock lock =
        redisson.getMultiLock(
            wish.seats()
                .mapToObj(seat -> redisson.getLock("seat:" + wish.show() + ":" + seat))
                .toArray(RLock[]::new));
    try {
      return lock.tryLock(WAIT_MILLIS, LEASE_MILLIS, TimeUnit.MILLISECONDS)
          && holdLocked(lock, wish);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean holdLocked(RLock lock, Wish wish) {
    try {
      return transaction(connection -> GuardedUpdate.hold(connection, wish));
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean confirm(Wish wish) {
    return transaction(connection -> GuardedUpdate.confirm(connection, wish));
  }

  @Override
  public void close() {
    redisson.shutdown();
    super.close();
    server.close();
  }
}
