package io.github.boxoffice.redis;

import io.github.boxoffice.store.StoreException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** A server's URL, and a pool of connections to it. */
final class RedisUrl {
  /** One for the pipeline; the others for scripts that the server does not know (any more). */
  private static final int CONNECTIONS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private RedisUrl() {}

  static RedisClient connect(String url) {
    URI uri = parse(url);
    RedisClient client =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(uri))
            .clientConfig(DefaultJedisClientConfig.builder(uri).build())
            .poolConfig(pool())
            .build();
    try {
      client.ping();
      return client;
    } catch (JedisException e) {
      client.close();
      throw new StoreException(
          "cannot reach Redis at " + uri.getHost() + ":" + uri.getPort() + ": " + e.getMessage(),
          e);
    }
  }

  private static URI parse(String url) {
    try {
      URI uri = new URI(url);
      boolean known = JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri);
      if (known && JedisURIHelper.isValid(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Its message has the URL in it, and the URL may have a password.
    }
    throw new IllegalArgumentException(
        "url must be like redis://HOST:PORT, was '" + url.replaceFirst("//.*@", "//...@") + "'");
  }

  private static ConnectionPoolConfig pool() {
    ConnectionPoolConfig config = new ConnectionPoolConfig();
    config.setMaxTotal(CONNECTIONS);
    config.setMaxIdle(CONNECTIONS);
    config.setMaxWait(PATIENCE);
    config.setJmxEnabled(false);
    // No thread that looks after idle connections: one that broke is found when it is used.
    config.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    return config;
  }
}
