package io.github.boxoffice.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;

/** On a cluster; each test's show lies in a slot of its own. */
class RedisClusterLeaseStoreTest extends LeaseStoreContract {
  private static RedisCluster cluster;
  private static RedisClusterClient client;

  @BeforeAll
  static void startServers() throws IOException {
    cluster = RedisCluster.start();
    client = cluster.client();
  }

  @AfterAll
  static void endServers() throws IOException {
    client.close();
    cluster.close();
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

  @Test
  void acquire_seatsOfManyShows_spreadsThemOverAllServers() {
    LeaseStore leases = RedisLeaseStore.on(client);
    for (int show = 1; show <= 30; show++) {
      SeatSet seats = SeatSet.of(0, 3, 7);
      assertThat(leases.acquire(new ShowId(show), seats, Duration.ofMinutes(1))).isPresent();
    }
    for (RedisServer server : cluster.servers()) {
      try (Jedis jedis = server.admin()) {
        assertThat(jedis.keys("boxoffice:*:lease:*")).isNotEmpty();
      }
    }
  }
}
