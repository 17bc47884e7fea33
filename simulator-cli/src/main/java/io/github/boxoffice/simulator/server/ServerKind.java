package io.github.boxoffice.simulator.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** The servers that we can start. */
public enum ServerKind {
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
  };

  /** Starts one on a free port, with its data in a new folder. */
  abstract Running start() throws IOException;

  /**
   * A server that was started in this process.
   *
   * @param address how it is reached: a JDBC URL
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
