package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.SeatStoreContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class MemoryStoreTest extends SeatStoreContract {
  @Override
  protected Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
