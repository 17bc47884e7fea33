package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;

/**
 * The database that all who need one get alike: H2 in memory behind a pool of 16, with the settings
 * that Boxoffice's own pool has.
 */
public final class H2 {
  private static final int POOL = 16;

  private H2() {}

  /** A database of its own, which is gone when the pool is closed. */
  public static HikariDataSource open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";QUERY_CACHE_SIZE=64");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(POOL);
    config.setAutoCommit(false);
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }
}
