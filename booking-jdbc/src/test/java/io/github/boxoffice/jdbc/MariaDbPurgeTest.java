package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.PurgeContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbPurgeTest extends PurgeContract {
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
  protected Store open(InstantSource clock) {
    return MariaDbServer.store(database, clock);
  }
}
