package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;

/** Databases with tables, for tests that open many stores on one of them. */
final class Pooled {
  private Pooled() {}

  static HikariDataSource inMemory() {
    return open(H2.memory(UUID.randomUUID().toString()), 4);
  }

  /** The settings of a pool that nobody thought about: auto-commit is on. */
  static HikariDataSource open(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    HikariDataSource pool = new HikariDataSource(config);
    Schema.apply(pool);
    return pool;
  }
}
