package io.github.boxoffice.benchmarks.peer.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A Redis server that keeps nothing on disk: locks need not outlive it. */
final class Redis {
  private Redis() {}

  static RedisServer start() {
    try {
      RedisServer server =
          RedisServer.newRedisServer()
              .port(freePort())
              .setting("save \"\"")
              .setting("appendonly no")
              .build();
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
