package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.ConcurrencyContract;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Every strategy, on a file, with leases in the same database. */
class H2FileConcurrencyTest extends ConcurrencyContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase(@TempDir Path folder) {
    database = Pooled.open(H2.file(folder.resolve("seats")), 8);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  public Store open(InstantSource clock) {
    return JdbcStore.on(database, clock);
  }

  @Override
  public LeaseStore leases(InstantSource clock) {
    return JdbcLeaseStore.on(database, clock);
  }

  /** Each round waits for the disk; {@code -Dboxoffice.rounds=1000} for a campaign. */
  @Override
  public int rounds() {
    return Integer.getInteger("boxoffice.rounds", 10);
  }
}
