package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.CatalogContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class MemoryCatalogTest extends CatalogContract {
  @Override
  protected Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
