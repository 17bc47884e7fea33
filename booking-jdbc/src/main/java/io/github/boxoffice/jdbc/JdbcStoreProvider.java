package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.StoreProvider;
import javax.sql.DataSource;

/** How booking-core finds this module; applications call {@link JdbcStore#on}. */
public final class JdbcStoreProvider implements StoreProvider {
  /** For {@link java.util.ServiceLoader}. */
  public JdbcStoreProvider() {}

  @Override
  public Store open(DataSource dataSource) {
    return JdbcStore.on(dataSource);
  }
}
