package io.github.boxoffice.lock;

import io.github.boxoffice.contract.StrategyContract;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.time.InstantSource;

/** One lane and few changes in a transaction, so that the lane is handed on all the time. */
class CrampedBatchedTest extends StrategyContract {
  @Override
  public SeatLockStrategy strategy() {
    return new Batched(new Batched.Settings(Duration.ofSeconds(10), 1_000, 1, 3), new Retry(64));
  }

  @Override
  public Store open(InstantSource clock) {
    return new MemoryStore(clock);
  }
}
