package io.github.boxoffice.lock;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Group commit: while one transaction runs, further requests gather, and the next transaction makes
 * all of them, so that many share the cost of a commit. What is about a hold that was made already,
 * such as its confirmation, goes before new holds, and rivals for seats are decided in the order in
 * which they came.
 *
 * <p>There is no thread of its own: callers take turns at being the writer (see {@link Lane}). As
 * long as they are few, each makes its own change at once, as without a lock: a transaction for
 * many costs more than one for one, and the database commits them together as well as we could.
 *
 * <p>A change may be made on the thread of another caller. What depends on the thread, such as a
 * data source that chooses a tenant by it, sees that one's.
 */
final class Batched implements SeatLockStrategy {
  private final Lanes lanes;
  private final long patienceNanos;
  private final int few;
  private final Retry retry;

  private final Door door = new Door();

  Batched(Settings settings, Retry retry) {
    this.lanes = new Lanes(settings);
    this.patienceNanos = TimeUnit.NANOSECONDS.convert(settings.patience);
    this.few = settings.few;
    this.retry = retry;
  }

  @Override
  public String name() {
    return "batched";
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    if (!door.enter()) {
      throw new IllegalStateException("the strategy is closed");
    }
    try {
      Lane lane = lanes.of(ground.seats(), change.claim().show());
      Patience patience = new Patience(patienceNanos);
      return retry.run(
          () ->
              door.hasMoreThan(few) || lane.isBusy()
                  ? lane.apply(change, ground.seats(), patience.deadline())
                  : ground.seats().apply(change, Isolation.GUARDED));
    } finally {
      door.leave();
    }
  }

  /**
   * Waits until whoever was let in has their answer, tries after a conflict included: the store may
   * be closed next. A call that comes later is an {@link IllegalStateException}.
   */
  @Override
  public void close() {
    door.shut();
  }

  /**
   * How requests queue.
   *
   * @param patience the longest time that a request waits to be taken into a transaction, from its
   *     first queue on
   * @param bound how many may wait in a lane before holds are refused
   * @param lanes how many transactions of those who queue may run at a time in one store
   * @param most how many changes one transaction makes at most; 2 or more, since one of them may be
   *     a hold that leads
   * @param few as many callers at a time do not queue, unless the lane is led or had a crowd lately
   * @param pace when a leader serves others after its own transaction
   */
  record Settings(Duration patience, int bound, int lanes, int most, int few, Lane.Pace pace) {
    /**
     * One commit is on its way while another is being made. More only make batches smaller, unless
     * there are processors to make them at the same time.
     */
    static final int LANES = Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** Enough to make a commit cheap, and few enough that nobody waits long for the others. */
    static final int MOST = 256;

    /** With as many for each lane a transaction for each was cheaper, with twice as many dearer. */
    private static final int FEW = 4 * LANES;

    Settings {
      if (patience.isNegative()) {
        throw new IllegalArgumentException("patience must not be negative, was " + patience);
      }
      if (bound < 1 || lanes < 1) {
        throw new IllegalArgumentException(
            "must each be at least 1: bound %d, lanes %d".formatted(bound, lanes));
      }
      if (most < 2) {
        throw new IllegalArgumentException("most must be at least 2, was " + most);
      }
    }

    /** For tests: where only one whose lane is free does not queue. */
    Settings(Duration patience, int bound, int lanes, int most) {
      this(patience, bound, lanes, most, 0, Lane.USUAL);
    }

    Settings(Duration patience, int bound) {
      this(patience, bound, LANES, MOST, FEW, Lane.USUAL);
    }

    /** More in one transaction are a crowd: twice a lane's share of the few. */
    int crowd() {
      return Math.max(1, 2 * few / lanes);
    }
  }
}
