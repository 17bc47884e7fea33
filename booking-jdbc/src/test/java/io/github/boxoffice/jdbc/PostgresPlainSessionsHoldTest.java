package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.HoldContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Sessions as the driver makes them, so that a hold locks its seats first. */
class PostgresPlainSessionsHoldTest extends HoldContract {
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
