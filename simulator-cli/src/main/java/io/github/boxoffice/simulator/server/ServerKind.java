package io.github.boxoffice.simulator.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** The servers that we can start. */
public enum ServerKind {
  /** Redis without persistence. */
  REDIS {
    @Override
    Running start() throws IOException {
      int port = freePort();
      RedisServer server =
          RedisServer.newRedisServer()
              .executableProvider(RedisBinary.provider())
              .bind(HOST)
              .port(port)
              .setting("save \"\"")
              .build();
      server.start();
      return new Running("redis://" + HOST + ":" + port, server::stop);
    }
  },

  /** PostgreSQL with full durability. */
  POSTGRES {
    /** Its own defaults here are without durability. */
    @Override
    Running start() throws IOException {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "300")
              .start();
      return new Running(server.getJdbcUrl("postgres", "postgres"), server::close);
    }
  },

  /** MariaDB with full durability, which is its default. */
  MARIADB {
    @Override
    Running start() throws IOException {
      return MariaDbServer.begin();
    }
  };

  private static final String HOST = "127.0.0.1";

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** Starts one on a free port, with its data in a new folder. */
  abstract Running start() throws IOException;

  /**
   * A server that was started in this process.
   *
   * @param address how it is reached: a URL
   * @param stop stops it, and deletes its data
   */
  record Running(String address, Stop stop) implements AutoCloseable {
    /** Ends a server. */
    @FunctionalInterface
    interface Stop {
      void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
      stop.run();
    }
  }
}
