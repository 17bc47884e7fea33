package io.github.boxoffice.contract;

import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link SeatLockStrategy} does, over whichever store: it answers everybody in bounded
 * time, and under a crowd no seat is sold twice, as its callers were told and as the store has it
 * in the end. For a strategy of your own:
 *
 * <pre>{@code
 * class MyStrategyTest extends StrategyContract {
 *   @Override
 *   public SeatLockStrategy strategy() {
 *     return new MyStrategy();
 *   }
 *
 *   @Override
 *   public Store open(InstantSource clock) {
 *     return new MemoryStore(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>For a store of your own run {@link ConcurrencyContract}, which is this one for each of the
 * strategies that come with Boxoffice.
 */
public abstract class StrategyContract implements Contest.Setting {
  @Override
  public abstract SeatLockStrategy strategy();

  @Override
  public abstract Store open(InstantSource clock);

  /** The leases, if not those in memory. */
  @Override
  public LeaseStore leases(InstantSource clock) {
    return new MemoryLeaseStore(clock);
  }

  /** How often a race is run. More find more; 100 take some seconds with a database. */
  @Override
  public int rounds() {
    return 100;
  }

  @Nested
  class Manners extends MannersContract {
    @Override
    Setting setting() {
      return StrategyContract.this;
    }
  }

  @Nested
  class Rivals extends RivalsContract {
    @Override
    Setting setting() {
      return StrategyContract.this;
    }
  }

  @Nested
  class Races extends RacesContract {
    @Override
    Setting setting() {
      return StrategyContract.this;
    }
  }
}
