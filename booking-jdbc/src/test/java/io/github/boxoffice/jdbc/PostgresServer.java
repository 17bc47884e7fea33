package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server, started once for all tests of this JVM. Each test class has a database of
 * its own. It does not wait for the disk, since no test here takes the power away: what is kept
 * apart and what is undone is the same, in half the time. The simulator and the benchmarks do wait.
 */
final class PostgresServer {
  private static final EmbeddedPostgres SERVER = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "off")
          .setServerConfig("full_page_writes", "off")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new database with our tables, behind a pool whose connections auto-commit, but read as those
   * of our own pool do.
   */
  static HikariDataSource database(int connections) {
    HikariConfig config = settings(connections);
    config.setConnectionInitSql(PostgresDialect.BY_KEY);
    HikariDataSource pool = new HikariDataSource(config);
    Schema.apply(pool);
    return pool;
  }

  /** The same, without tables and pool. */
  static HikariConfig settings(int connections) {
    String name = "test" + DATABASES.incrementAndGet();
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var create = connection.createStatement()) {
      create.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(20_000);
    return config;
  }

  /** A store whose time the test sets; a server's own cannot be. */
  static JdbcStore store(HikariDataSource database, InstantSource clock) {
    return JdbcStore.on(database, new SettableDialect(), clock);
  }

  /** PostgreSQL's dialect, but for whose clock counts. */
  static class SettableDialect extends PostgresDialect {
    SettableDialect() {}

    private SettableDialect(boolean inIndexOrder) {
      super(inIndexOrder);
    }

    @Override
    Dialect in(Connection session) throws SQLException {
      return new SettableDialect(isByKey(session));
    }

    @Override
    Time time(InstantSource clock) {
      return Time.of(clock);
    }
  }
}
