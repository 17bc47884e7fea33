package io.github.boxoffice.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A Lua script, sent by its digest, and in full to a server that does not know it (any more).
 *
 * @param text the script
 * @param digest by which a server knows it
 */
record Script(String text, String digest) {
  static Script of(String text) {
    try {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Script(text, HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** By its digest only; a server that does not know it says so in its answer. */
  Response<Object> send(AbstractPipeline pipeline, List<String> keys, List<String> args) {
    return pipeline.evalsha(digest, keys, args);
  }

  Object run(UnifiedJedis jedis, List<String> keys, List<String> args) {
    try {
      return jedis.evalsha(digest, keys, args);
    } catch (JedisNoScriptException unknown) {
      return jedis.eval(text, keys, args);
    }
  }
}
