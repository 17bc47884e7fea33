package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Term;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One hold, as the seats that it has point at it. What is known of it changes only under the locks
 * of all its seats, but for its displacing, and may be read at any time.
 *
 * <p>A show that is sold out is full of these, so they are flat: a {@link HoldRecord} with all that
 * hangs on it takes three times the room, and is made when it is asked for.
 */
final class MemoryHold extends HoldKey {
  private static final AtomicReferenceFieldUpdater<MemoryHold, @Nullable Standing> STANDING =
      AtomicReferenceFieldUpdater.newUpdater(MemoryHold.class, Standing.class, "standing");

  private final String user;
  private final SeatSet seats;

  /** Null while it is being made: until it has all its seats, and their last holds have ended. */
  private volatile @Nullable Standing standing;

  /** One that is being made, until it first {@linkplain #become becomes} something. */
  MemoryHold(Claim claim) {
    super(claim.id());
    this.user = claim.user();
    this.seats = claim.seats();
  }

  SeatSet seats() {
    return seats;
  }

  HoldRecord known(ShowId show) {
    return known(show, standing());
  }

  private HoldRecord known(ShowId show, Standing now) {
    Term term = new Term(now.since, now.until, now.extendedForPayment);
    return new HoldRecord(new Claim(show, id(), user, seats), now.state, term, now.payment());
  }

  /** Whether it is held still although its time ran out. */
  boolean hasLapsed(long time) {
    Standing now = standing();
    return now.state == HoldState.HELD && now.until <= time;
  }

  /** How it stands; waits while it is being made, so that nobody sees half of that. */
  private Standing standing() {
    Standing now = standing;
    for (int turn = 0; now == null; turn++) {
      SeatLocks.pause(turn);
      now = standing;
    }
    return now;
  }

  void become(HoldRecord next) {
    standing = new Standing(next);
  }

  /**
   * Ends it, if it has not ended, because one of its seats is taken. The taker has that seat's lock
   * only, so another may take another of its seats at the same time; the first decides how it
   * ended.
   */
  void displace(ShowId show, long now) {
    Standing before = standing();
    if (before.state == HoldState.HELD) {
      HoldRecord ended = HoldRules.displaced(known(show, before), now);
      STANDING.compareAndSet(this, before, new Standing(ended));
    }
  }

  /** What may change of it, as it was at one moment. */
  private static final class Standing {
    private final HoldState state;
    private final long since;
    private final long until;
    private final boolean extendedForPayment;
    private final long paymentHigh;
    private final long paymentLow;
    private final long amount;
    private final @Nullable Currency currency;

    Standing(HoldRecord from) {
      HoldPayment paid = from.payment();
      this.state = from.state();
      this.since = from.term().since();
      this.until = from.term().until();
      this.extendedForPayment = from.term().extendedForPayment();
      this.paymentHigh = paid == null ? 0 : paid.id().value().getMostSignificantBits();
      this.paymentLow = paid == null ? 0 : paid.id().value().getLeastSignificantBits();
      this.amount = paid == null ? 0 : paid.amount().minorUnits();
      this.currency = paid == null ? null : paid.amount().currency();
    }

    private @Nullable HoldPayment payment() {
      return currency == null
          ? null
          : new HoldPayment(
              new PaymentId(new UUID(paymentHigh, paymentLow)), new Money(amount, currency));
    }
  }
}
