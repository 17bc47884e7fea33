package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;

/** Our own pool of connections, for those who bring only a URL. */
final class Pool {
  /** How the URLs of H2 begin. */
  static final String H2_URL = "jdbc:h2:";

  private static final String POSTGRES_URL = "jdbc:postgresql:";

  private Pool() {}

  static HikariDataSource open(JdbcStore.Builder settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(settings.connectionWait().toMillis());
    config.setPoolName("boxoffice");
    // Every piece of work is a transaction: auto-commit would be switched off in each.
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setExceptionOverride(new KeepAfterLockTimeout());
    if (settings.url().startsWith(H2_URL)) {
      embedded(config);
    } else if (settings.url().startsWith(POSTGRES_URL)) {
      config.setConnectionInitSql(PostgresDialect.BY_KEY);
      // Else the pool leaves it in an open transaction, and the first rollback undoes it.
      config.setIsolateInternalQueries(true);
    }
    return new HikariDataSource(config);
  }

  /** No network lies between, and a database in memory lives as long as its connections. */
  private static void embedded(HikariConfig config) {
    config.setMaxLifetime(0);
    config.setKeepaliveTime(0);
    if (!config.getJdbcUrl().contains("QUERY_CACHE_SIZE")) {
      config.addDataSourceProperty("QUERY_CACHE_SIZE", H2.STATEMENTS);
    }
  }

  /** HikariCP throws connections away after any timeout; one that waited for a lock is sound. */
  private static final class KeepAfterLockTimeout implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException e) {
      return e instanceof SQLTimeoutException
          ? SQLExceptionOverride.Override.DO_NOT_EVICT
          : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
  }
}
