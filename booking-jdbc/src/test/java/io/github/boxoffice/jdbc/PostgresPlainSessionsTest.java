package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.FenceContract;
import io.github.boxoffice.contract.HoldContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Sessions as the driver makes them, so that a hold locks its seats first. */
class PostgresPlainSessionsTest {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = new HikariDataSource(PostgresServer.settings(2));
    Schema.apply(database);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Nested
  class Hold extends HoldContract {
    @Override
    protected Store open(InstantSource clock) {
      return PostgresServer.store(database, clock);
    }
  }

  @Nested
  class Fence extends FenceContract {
    @Override
    protected Store open(InstantSource clock) {
      return PostgresServer.store(database, clock);
    }
  }
}
