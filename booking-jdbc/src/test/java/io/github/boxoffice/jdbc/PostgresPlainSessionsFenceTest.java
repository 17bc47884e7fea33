package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.FenceContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same under leases. */
class PostgresPlainSessionsFenceTest extends FenceContract {
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

  @Override
  protected Store open(InstantSource clock) {
    return PostgresServer.store(database, clock);
  }
}
