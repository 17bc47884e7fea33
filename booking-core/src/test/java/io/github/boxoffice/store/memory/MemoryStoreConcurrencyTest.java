package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.ConcurrencyContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;

class MemoryStoreConcurrencyTest extends ConcurrencyContract {
  @Override
  public Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }

  @Override
  public int rounds() {
    return 300;
  }
}
