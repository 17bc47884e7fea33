package io.github.boxoffice;

import io.github.boxoffice.contract.BoxOfficeContract;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.InstantSource;

class MemoryBoxOfficeTest extends BoxOfficeContract {
  @Override
  protected Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
