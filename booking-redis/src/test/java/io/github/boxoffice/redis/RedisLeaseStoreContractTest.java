package io.github.boxoffice.redis;

import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.lock.LeaseStore;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

/** On one server. */
class RedisLeaseStoreContractTest extends LeaseStoreContract {
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
  protected LeaseStore open(InstantSource clock) {
    return new AgeingLeases(client, Keys.STANDARD, clock);
  }

  /** Redis's, and it runs on this machine. */
  @Override
  protected InstantSource clockOfFences(InstantSource opened) {
    return InstantSource.system();
  }

  @Override
  protected Duration moment() {
    return Duration.ofSeconds(5);
  }
}
