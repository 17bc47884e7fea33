package io.github.boxoffice.redis;

import io.github.boxoffice.contract.StrategyContract;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.lock.Strategies;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

/** The lease strategy with its leases in Redis. */
class RedisStrategyTest extends StrategyContract {
  private static final AtomicInteger STORES = new AtomicInteger();

  private static RedisServer server;
  private static RedisClient client;

  @BeforeAll
  static void startServer() throws IOException {
    server = RedisServer.start();
    client = RedisClient.create(server.address());
  }

  @AfterAll
  static void endServer() throws IOException {
    client.close();
    server.close();
  }

  @Override
  public SeatLockStrategy strategy() {
    return Strategies.named("lease");
  }

  @Override
  public Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }

  /** Every store in memory counts its shows from 1, so each gets keys of its own. */
  @Override
  public LeaseStore leases(InstantSource clock) {
    return new AgeingLeases(client, new Keys("store" + STORES.incrementAndGet() + ":"), clock);
  }

  @Override
  public int rounds() {
    return 20;
  }
}
