package io.github.boxoffice.store;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;

/** What became of a {@link SeatChange}. */
public sealed interface ChangeResult {
  /**
   * It happened, now or when the same change was asked for before.
   *
   * @param state where the hold stands now
   * @param until when the hold ends by itself, in milliseconds since the epoch; 0 unless {@code
   *     state} is HELD
   */
  record Applied(HoldState state, long until) implements ChangeResult {}

  /**
   * It did not happen, and asking again at once would not help.
   *
   * @param reason the first that applies
   * @param seats the seats concerned
   */
  record Refused(Refusal reason, SeatSet seats) implements ChangeResult {
    /** A refusal that concerns no seat in particular. */
    public static Refused because(Refusal reason) {
      return new Refused(reason, SeatSet.empty());
    }
  }

  /**
   * It did not happen: a rival changed something while we looked, or the database ended the
   * transaction to resolve a deadlock or keep it serializable. Asking again may succeed.
   */
  record Conflict() implements ChangeResult {}

  /** It did not happen: a rival kept a seat locked for longer than we were to wait. */
  record Contended() implements ChangeResult {}

  /** It may have happened: the connection was lost while it was being committed. */
  record Unknown() implements ChangeResult {}
}
