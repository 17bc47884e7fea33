package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A new database on a server that runs as people run it who do not want to lose a booking. */
final class Postgres extends Database {
  private static final AtomicInteger COUNT = new AtomicInteger();

  Postgres(HikariConfig config) {
    super(on(Server.RUNNING, config));
  }

  private static HikariConfig on(EmbeddedPostgres server, HikariConfig config) {
    String name = "benchmark" + COUNT.incrementAndGet();
    try (var connection = server.getPostgresDatabase().getConnection();
        var create = connection.createStatement()) {
      create.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    config.setJdbcUrl(server.getJdbcUrl("postgres", name));
    return config;
  }

  /**
   * A million new rows leave the server work: to mark them as visible, to count them for the
   * planner, to write them to their files. It would do so sometime later, to whoever sells then.
   */
  @Override
  public void settle() {
    execute("VACUUM ANALYZE", "CHECKPOINT");
  }

  /** Started for the first who asks; stops, and deletes its data, when the JVM ends. */
  private static final class Server {
    // Closed by its own shutdown hook.
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
