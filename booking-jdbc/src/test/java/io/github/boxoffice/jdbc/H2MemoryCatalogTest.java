package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import java.util.UUID;

/** With a pool of the store's own, of one connection. */
class H2MemoryCatalogTest extends CatalogContract {
  @Override
  protected Store open(InstantSource clock) {
    String url = H2.memory(UUID.randomUUID().toString());
    return JdbcStore.at(url).createTables().poolSize(1).clock(clock).open();
  }
}
