package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.BoxOfficeContract;
import io.github.boxoffice.store.Store;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** With a single connection: no call may want a second one while it has it. */
class MariaDbBoxOfficeTest extends BoxOfficeContract {
  private static HikariDataSource database;

  @BeforeAll
  static void openDatabase() {
    database = MariaDbServer.database(1);
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /** Recovery looks at all payments there are, so each test begins without any. */
  @Override
  protected Store open(InstantSource clock) {
    try (var connection = database.getConnection();
        var truncate = connection.createStatement()) {
      truncate.execute("TRUNCATE payment");
      truncate.execute("TRUNCATE seat_hold");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return MariaDbServer.store(database, clock);
  }
}
