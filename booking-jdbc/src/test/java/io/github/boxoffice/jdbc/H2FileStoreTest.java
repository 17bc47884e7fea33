package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SeatStoreContract;
import io.github.boxoffice.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** In a file, with one connection: whoever asks for a second one waits in vain. */
class H2FileStoreTest extends SeatStoreContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase(@TempDir Path folder) {
    database = Pooled.open(H2.file(folder.resolve("seats")), 1);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @Override
  protected Store open(InstantSource clock) {
    return JdbcStore.on(database, clock);
  }
}
