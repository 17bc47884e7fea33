package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * No pool, a session far west of Greenwich, dates that would fall on another day there, and a
 * language in which the capital of i is not I.
 */
class H2HostileSettingsTest extends CatalogContract {
  private static Locale locale;
  private static TimeZone zone;

  @BeforeAll
  static void travel() {
    locale = Locale.getDefault();
    zone = TimeZone.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("GMT-08:00"));
  }

  @AfterAll
  static void comeBack() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Override
  protected Store open(InstantSource clock) {
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL(H2.memory(UUID.randomUUID().toString()) + ";DB_CLOSE_DELAY=10;TIME ZONE=-08:00");
    plain.setUser("sa");
    Schema.apply(plain);
    return JdbcStore.on(plain, clock);
  }
}
