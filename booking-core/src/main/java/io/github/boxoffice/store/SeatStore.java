package io.github.boxoffice.store;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.util.List;
import java.util.Optional;

/**
 * The seats of all shows and the holds on them. The store is the judge: whatever a strategy gets
 * wrong, it refuses to sell a seat twice, and its clock decides when a hold ends.
 *
 * <p>Safe for use by any number of threads. Broken storage is a {@link StoreException}.
 */
public interface SeatStore {
  /**
   * Makes one change, atomically and durably, if {@link HoldRules} allows it.
   *
   * @throws StoreException if the storage is broken; the change certainly did not happen
   */
  ChangeResult apply(SeatChange change, Isolation isolation);

  /**
   * Makes many independent changes in one transaction, so that they share the cost of a commit.
   * Each has its own result, in the order of the list; one that is refused does not touch the
   * others.
   *
   * @throws StoreException if the storage is broken; none of the changes happened
   */
  List<ChangeResult> applyAll(List<SeatChange> changes);

  /** What is known of a hold, also after it ended. */
  Optional<HoldRecord> find(ShowId show, HoldId hold);

  /**
   * Every seat of a show, in seat order; empty if there is no such show. Each hold is seen with all
   * its seats or with none.
   */
  List<SeatStatus> seats(ShowId show);

  /**
   * At most {@code limit} holds whose time ran out and that nobody has ended yet, in any order. A
   * store of many may look through a part of them each time, and through all in turn.
   */
  List<Claim> lapsed(int limit);

  /** How many seats of the show are free; 0 if there is no such show. */
  int countFree(ShowId show);

  /** The highest fence that one of these seats was written under; 0 if there was none. */
  long highestFence(ShowId show, SeatSet seats);
}
