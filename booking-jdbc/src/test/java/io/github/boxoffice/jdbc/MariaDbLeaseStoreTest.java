package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.LeaseStoreContract;
import io.github.boxoffice.lock.LeaseStore;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbLeaseStoreTest extends LeaseStoreContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = MariaDbServer.database(4);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected LeaseStore open(InstantSource clock) {
    return MariaDbServer.store(database, clock).leases();
  }
}
