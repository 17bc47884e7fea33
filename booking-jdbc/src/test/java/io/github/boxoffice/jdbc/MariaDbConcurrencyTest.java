package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.ConcurrencyContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbConcurrencyTest extends ConcurrencyContract {
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
  public Store open(InstantSource clock) {
    return MariaDbServer.store(database, clock);
  }

  /** Enough to see each race go both ways; {@code -Dboxoffice.rounds=1000} for a campaign. */
  @Override
  public int rounds() {
    return Integer.getInteger("boxoffice.rounds", 20);
  }
}
