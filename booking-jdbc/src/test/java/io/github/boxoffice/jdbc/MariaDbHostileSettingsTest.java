package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mariadb.jdbc.MariaDbDataSource;

/** No pool, and a session in another time zone. */
@ExtendWith(Abroad.class)
class MariaDbHostileSettingsTest extends CatalogContract {
  private static final HikariConfig SETTINGS = MariaDbServer.settings(1);

  @Override
  protected Store open(InstantSource clock) {
    String url = SETTINGS.getJdbcUrl() + "?sessionVariables=time_zone='-08:00'";
    try {
      MariaDbDataSource plain = new MariaDbDataSource(url);
      plain.setUser(MariaDbServer.USER);
      Schema.apply(plain);
      return JdbcStore.on(plain, new MariaDbServer.SettableDialect(), clock);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
