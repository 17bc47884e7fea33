package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class H2MemoryCatalogTest extends CatalogContract {
  @Override
  protected Store open(InstantSource clock) {
    return Stores.inMemory(clock);
  }
}
