package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** No pool, and a session in another time zone. */
@ExtendWith(Abroad.class)
class H2HostileSettingsTest extends CatalogContract {
  @Override
  protected Store open(InstantSource clock) {
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL(H2.memory(UUID.randomUUID().toString()) + ";DB_CLOSE_DELAY=10;TIME ZONE=-08:00");
    plain.setUser("sa");
    Schema.apply(plain);
    return JdbcStore.on(plain, clock);
  }
}
