package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A new database on a server that runs as people run it who do not want to lose a booking. */
final class Postgres extends Database {
  /**
   * That all is read by an index: what docs/databases.md tells users to set. The peers get the
   * same, and lose nothing by it: they look for seats by their key, too.
   */
  private static final String BY_KEY =
      "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_indexscan = on;"
          + " SET enable_indexonlyscan = off; SET enable_nestloop = on";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;

  Postgres(HikariConfig config) {
    this(config, "benchmark" + COUNT.incrementAndGet());
  }

  private Postgres(HikariConfig config, String name) {
    super(on(name, config));
    this.name = name;
  }

  private static HikariConfig on(String name, HikariConfig config) {
    onServer("CREATE DATABASE " + name);
    config.setJdbcUrl(Server.RUNNING.getJdbcUrl("postgres", name));
    config.setConnectionInitSql(BY_KEY);
    // Else the first rollback undoes it.
    config.setIsolateInternalQueries(true);
    return config;
  }

  private static void onServer(String sql) {
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String settings() {
    return "SELECT name || '=' || current_setting(name) FROM pg_settings WHERE name IN ('fsync',"
        + " 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers',"
        + " 'max_wal_size') ORDER BY name";
  }

  /**
   * A million new rows leave the server work: to mark them as visible, to count them for the
   * planner, to write them to their files. It would do so sometime later, to whoever sells then.
   *
   * <p>Tables without a row are left alone: the planner would take them for empty for as long as a
   * session keeps its plans, and read them whole however much is in them by then.
   */
  @Override
  public void settle() {
    ask("SELECT oid::regclass FROM pg_class WHERE relkind = 'r'"
            + " AND relnamespace = current_schema()::regnamespace AND pg_relation_size(oid) > 0")
        .forEach(table -> execute("VACUUM ANALYZE " + table));
    execute("CHECKPOINT");
  }

  /** The next race must not find the disk full of this one, nor its rows being vacuumed. */
  @Override
  public void close() {
    super.close();
    onServer("DROP DATABASE " + name + " WITH (FORCE)");
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
