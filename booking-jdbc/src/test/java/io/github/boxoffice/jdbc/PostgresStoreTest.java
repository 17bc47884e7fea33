package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SeatStoreContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends SeatStoreContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = PostgresServer.database(4);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected Store open(InstantSource clock) {
    return JdbcStore.on(database, dialect(), clock);
  }

  /** How it speaks to the server. */
  PostgresDialect dialect() {
    return new PostgresServer.SettableDialect();
  }
}
