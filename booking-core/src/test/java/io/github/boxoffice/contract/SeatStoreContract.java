package io.github.boxoffice.contract;

import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/**
 * What every {@link SeatStore} and its payments do, verb by verb and in every {@link Way}, mostly
 * when nobody else is about. For a store of your own:
 *
 * <pre>{@code
 * class MyStoreTest extends SeatStoreContract {
 *   @Override
 *   protected Store open(InstantSource clock) {
 *     return new MyStore(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>Every test opens a store and closes it, and puts a show of its own on sale, so {@code open}
 * may return a view of one and the same storage. Then run {@link CatalogContract} and {@link
 * ConcurrencyContract} too.
 */
public abstract class SeatStoreContract {
  /** A store that tells time by this clock. */
  protected abstract Store open(InstantSource clock);

  @Nested
  class Hold extends HoldContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class OwnSeats extends OwnSeatsContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Expiry extends ExpiryContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Extend extends ExtendContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Payment extends PaymentContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Confirm extends ConfirmContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Release extends ReleaseContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Transition extends TransitionContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Fence extends FenceContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Batch extends BatchContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class BigBatch extends BigBatchContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class MixedBatch extends MixedBatchContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Reading extends ReadingContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }

  @Nested
  class Crossing extends CrossingContract {
    @Override
    protected Store open(InstantSource clock) {
      return SeatStoreContract.this.open(clock);
    }
  }
}
