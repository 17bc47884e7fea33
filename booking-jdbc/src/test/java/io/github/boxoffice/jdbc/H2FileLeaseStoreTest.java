package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.lock.LeaseStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With one connection. */
class H2FileLeaseStoreTest extends LeaseStoreContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase(@TempDir Path folder) {
    database = Pooled.open(H2.file(folder.resolve("leases")), 1);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected LeaseStore open(InstantSource clock) {
    return JdbcLeaseStore.on(database, clock);
  }

  @Override
  protected int requests() {
    return 500;
  }
}
