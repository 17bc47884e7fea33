package io.github.boxoffice.redis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;

/** A cluster of three masters, each with a third of the slots. */
record RedisCluster(List<RedisServer> servers) implements AutoCloseable {
  private static final int SERVERS = 3;
  private static final int SLOTS = 16_384;

  static RedisCluster start() throws IOException {
    List<RedisServer> servers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      servers.add(RedisServer.start("--cluster-enabled", "yes"));
    }
    RedisCluster cluster = new RedisCluster(servers);
    cluster.form();
    return cluster;
  }

  private void form() {
    for (int i = 0; i < SERVERS; i++) {
      try (Jedis jedis = servers.get(i).admin()) {
        jedis.clusterSetConfigEpoch(i + 1);
        jedis.clusterAddSlots(
            IntStream.range(SLOTS * i / SERVERS, SLOTS * (i + 1) / SERVERS).toArray());
        jedis.clusterMeet("127.0.0.1", servers.get(0).port());
      }
    }
    for (RedisServer server : servers) {
      Eventually.isTrue("the cluster forms", () -> isFormed(server));
    }
  }

  private static boolean isFormed(RedisServer server) {
    try (Jedis jedis = server.admin()) {
      String info = jedis.clusterInfo();
      return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + SERVERS);
    }
  }

  RedisClusterClient client() {
    return RedisClusterClient.create(
        servers.stream().map(RedisServer::address).collect(Collectors.toSet()));
  }

  @Override
  public void close() throws IOException {
    for (RedisServer server : servers) {
      server.close();
    }
  }
}
