package io.github.boxoffice.contract;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import java.time.Duration;
import java.util.List;

/** All the ways in which a store can be asked for a change. The answer is the same on each. */
public enum Way {
  /** See {@link Isolation#GUARDED}. */
  GUARDED {
    @Override
    public ChangeResult apply(SeatStore seats, SeatChange change) {
      return seats.apply(change, Isolation.GUARDED);
    }
  },
  /** See {@link Isolation#SERIALIZABLE}. */
  SERIALIZABLE {
    @Override
    public ChangeResult apply(SeatStore seats, SeatChange change) {
      return seats.apply(change, Isolation.SERIALIZABLE);
    }
  },
  /** Row locks that wait for rivals. */
  PATIENT_LOCKS {
    @Override
    public ChangeResult apply(SeatStore seats, SeatChange change) {
      return seats.apply(change, Isolation.rowLocks(Duration.ofSeconds(2)));
    }
  },
  /** Row locks that give up at once. */
  IMPATIENT_LOCKS {
    @Override
    public ChangeResult apply(SeatStore seats, SeatChange change) {
      return seats.apply(change, Isolation.rowLocks(Duration.ZERO));
    }
  },
  /** As the only one of a batch. */
  BATCH {
    @Override
    public ChangeResult apply(SeatStore seats, SeatChange change) {
      return seats.applyAll(List.of(change)).get(0);
    }
  };

  /** Asks this store for this change in this way. */
  public abstract ChangeResult apply(SeatStore seats, SeatChange change);
}
