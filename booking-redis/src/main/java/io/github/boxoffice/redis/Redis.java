package io.github.boxoffice.redis;

import io.github.boxoffice.store.StoreException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The server as it is asked.
 *
 * @param jedis by which it is asked
 */
record Redis(UnifiedJedis jedis) {
  /**
   * Runs a script; once more if the connection turns out to be broken, for the pool may hold those
   * to a server that was restarted since. Our scripts may be repeated.
   */
  @Nullable Object run(Script script, List<String> keys, String... args) {
    List<String> values = List.of(args);
    try {
      return script.run(jedis, keys, values);
    } catch (JedisConnectionException e) {
      if (e.getCause() instanceof SocketTimeoutException) {
        throw broken(e);
      }
      return again(script, keys, values);
    } catch (JedisException e) {
      throw broken(e);
    }
  }

  private @Nullable Object again(Script script, List<String> keys, List<String> values) {
    if (jedis instanceof RedisClient client) {
      client.getPool().clear(); // The other idle ones are no better.
    }
    try {
      return script.run(jedis, keys, values);
    } catch (JedisException e) {
      throw broken(e);
    }
  }

  private static StoreException broken(JedisException e) {
    if (e.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt(); // The pool forgot it.
    }
    return new StoreException("Redis failed: " + e.getMessage(), e);
  }
}
