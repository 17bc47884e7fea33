package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.SeatStoreContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class H2MemoryStoreTest extends SeatStoreContract {
  @Override
  protected Store open(InstantSource clock) {
    return Stores.inMemory(clock);
  }
}
