package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.PurgeContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class MemoryPurgeTest extends PurgeContract {
  @Override
  protected Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
