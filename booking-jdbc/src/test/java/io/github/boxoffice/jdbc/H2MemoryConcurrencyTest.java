package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.ConcurrencyContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every strategy, with more rivals than connections. */
class H2MemoryConcurrencyTest extends ConcurrencyContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = Pooled.inMemory();
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
  public int rounds() {
    return Integer.getInteger("boxoffice.rounds", 20);
  }
}
