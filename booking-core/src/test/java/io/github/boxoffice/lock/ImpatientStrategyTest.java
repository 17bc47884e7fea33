package io.github.boxoffice.lock;

import io.github.boxoffice.contract.StrategyContract;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.time.InstantSource;

/** Row locks that are never waited for, which no strategy does with its standard settings. */
class ImpatientStrategyTest extends StrategyContract {
  @Override
  public SeatLockStrategy strategy() {
    return Strategies.pessimistic(Duration.ZERO);
  }

  @Override
  public Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
