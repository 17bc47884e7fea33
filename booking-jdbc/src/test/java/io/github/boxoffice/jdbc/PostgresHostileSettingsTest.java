package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** No pool; the driver takes the session into the time zone of this process. */
@ExtendWith(Abroad.class)
class PostgresHostileSettingsTest extends CatalogContract {
  private static final HikariConfig SETTINGS = PostgresServer.settings(1);

  @Override
  protected Store open(InstantSource clock) {
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(SETTINGS.getJdbcUrl());
    Schema.apply(plain);
    return JdbcStore.on(plain, new PostgresServer.SettableDialect(), clock);
  }
}
