package io.github.boxoffice.benchmarks.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A Redis server of one's own that keeps nothing on disk: locks need not outlive it. */
public final class Redis implements AutoCloseable {
  private final RedisServer server;

  private Redis(RedisServer server) {
    this.server = server;
  }

  /** Starts one. */
  public static Redis start() {
    try {
      RedisServer server =
          RedisServer.newRedisServer()
              .port(freePort())
              .setting("save \"\"")
              .setting("appendonly no")
              .build();
      server.start();
      return new Redis(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where it is. */
  public String url() {
    return "redis://127.0.0.1:" + server.ports().get(0);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
