package io.github.boxoffice.redis;

import io.github.boxoffice.store.StoreException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The server as it is asked: one server by a pipeline for all who ask at the same time, a cluster
 * by each for itself, because a pipeline to several servers is not redirected when a slot moves.
 */
final class Redis {
  private final UnifiedJedis jedis;
  private final @Nullable Pipe pipe;

  /** Asks by this client. */
  Redis(UnifiedJedis jedis) {
    boolean isOneServer = jedis instanceof RedisClient || jedis instanceof RedisSentinelClient;
    this.jedis = jedis;
    this.pipe = isOneServer ? new Pipe(jedis) : null;
  }

  /**
   * Runs a script; once more if the connection turns out to be broken, for the pool may hold those
   * to a server that was restarted since. Our scripts may be repeated.
   */
  @Nullable Object run(Script script, List<String> keys, String... args) {
    List<String> values = List.of(args);
    try {
      return pipe == null ? script.run(jedis, keys, values) : run(pipe, script, keys, values);
    } catch (JedisConnectionException e) {
      if (e.getCause() instanceof SocketTimeoutException) {
        throw broken(e);
      }
      return again(script, keys, values);
    } catch (JedisException e) {
      throw broken(e);
    }
  }

  private @Nullable Object run(Pipe pipe, Script script, List<String> keys, List<String> values) {
    try {
      return pipe.run(script, keys, values);
    } catch (JedisNoScriptException unknown) {
      return script.run(jedis, keys, values);
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
