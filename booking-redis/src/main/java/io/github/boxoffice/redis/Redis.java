package io.github.boxoffice.redis;

import io.github.boxoffice.store.StoreException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Why the pool was cleared last. */
  private final AtomicReference<@Nullable JedisException> cleared = new AtomicReference<>();

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
      return ask(script, keys, values);
    } catch (JedisConnectionException e) {
      if (e.getCause() instanceof SocketTimeoutException) {
        throw broken(e);
      }
      return again(e, script, keys, values);
    } catch (JedisException e) {
      throw broken(e);
    }
  }

  /**
   * Runs a script whose answer nobody waits for, with the next pipeline. It may never run, if the
   * connection is broken by then.
   */
  void send(Script script, List<String> keys, String... args) {
    if (pipe == null) {
      run(script, keys, args);
    } else {
      pipe.send(script, keys, List.of(args));
    }
  }

  private @Nullable Object ask(Script script, List<String> keys, List<String> values) {
    if (pipe == null) {
      return script.run(jedis, keys, values);
    }
    try {
      return pipe.run(script, keys, values);
    } catch (JedisNoScriptException unknown) {
      return script.run(jedis, keys, values);
    }
  }

  private @Nullable Object again(
      JedisConnectionException e, Script script, List<String> keys, List<String> values) {
    // The other idle connections are no better. All who were in one pipeline have one exception.
    if (jedis instanceof RedisClient client && cleared.getAndSet(e) != e) {
      client.getPool().clear();
    }
    try {
      return ask(script, keys, values);
    } catch (JedisException still) {
      throw broken(still);
    }
  }

  private static StoreException broken(JedisException e) {
    if (e.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt(); // The pool forgot it.
    }
    return new StoreException("Redis failed: " + e.getMessage(), e);
  }
}
