package io.github.boxoffice.store;

import org.jspecify.annotations.Nullable;

/**
 * What a store knows of one hold. Immutable: each change makes a new record.
 *
 * @param claim who claims what
 * @param state where it stands
 * @param term its time
 * @param payment the payment under way, or the one that made it a booking
 */
public record HoldRecord(Claim claim, HoldState state, Term term, @Nullable HoldPayment payment) {
  /** Whether its time ran out, whether or not somebody has noticed. */
  public boolean hasLapsed(long now) {
    return state == HoldState.EXPIRED || (state == HoldState.HELD && term.isOver(now));
  }

  /** Whether it keeps its seats from others at this time. */
  public boolean keepsSeats(long now) {
    return state == HoldState.CONFIRMED || (state == HoldState.HELD && !term.isOver(now));
  }

  /** The same in another state. */
  public HoldRecord in(HoldState newState) {
    return new HoldRecord(claim, newState, term, payment);
  }

  /** The same in another state with another payment. */
  public HoldRecord in(HoldState newState, @Nullable HoldPayment newPayment) {
    return new HoldRecord(claim, newState, term, newPayment);
  }

  /** The same with another time. */
  public HoldRecord lasting(Term newTerm) {
    return new HoldRecord(claim, state, newTerm, payment);
  }
}
