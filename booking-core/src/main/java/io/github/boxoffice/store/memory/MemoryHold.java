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
  private final int firstSeat;
  private final int size;

  /** The seats, unless they are side by side, as they mostly are. */
  private final @Nullable SeatSet scattered;

  /** Null while it is being made: until it has all its seats, and their last holds have ended. */
  private volatile @Nullable Standing standing;

  /** One that is being made, until it first {@linkplain #become becomes} something. */
  MemoryHold(Claim claim) {
    super(claim.id());
    this.user = claim.user();
    SeatSet seats = claim.seats();
    this.firstSeat = seats.get(0);
    this.size = seats.size();
    this.scattered = seats.isSideBySide() ? null : seats;
  }

  SeatSet seats() {
    return scattered == null ? SeatSet.sideBySide(firstSeat, size) : scattered;
  }

  HoldRecord known(ShowId show) {
    return known(show, standing());
  }

  /** The same, for whoever has the claim with this id: mostly it is the very one. */
  HoldRecord knownAs(Claim asked) {
    boolean same = user.equals(asked.user()) && seats().equals(asked.seats());
    return same ? known(asked, standing()) : known(asked.show());
  }

  private HoldRecord known(ShowId show, Standing now) {
    return known(new Claim(show, id(), user, seats()), now);
  }

  private static HoldRecord known(Claim claim, Standing now) {
    Term term = new Term(now.since, now.until, now.extendedForPayment);
    return new HoldRecord(claim, now.state, term, now.payment());
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
    standing = Standing.of(next);
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
      STANDING.compareAndSet(this, before, Standing.of(ended));
    }
  }

  /** What may change of it, as it was at one moment. */
  private static sealed class Standing {
    private final HoldState state;
    private final boolean extendedForPayment;
    private final long since;
    private final long until;

    private Standing(HoldRecord from) {
      this.state = from.state();
      this.extendedForPayment = from.term().extendedForPayment();
      this.since = from.term().since();
      this.until = from.term().until();
    }

    static Standing of(HoldRecord from) {
      HoldPayment payment = from.payment();
      return payment == null ? new Standing(from) : new Paid(from, payment);
    }

    @Nullable HoldPayment payment() {
      return null;
    }
  }

  /** One with a payment, under way or captured; a mere hold takes less room. */
  private static final class Paid extends Standing {
    private final long paymentHigh;
    private final long paymentLow;
    private final long amount;
    private final Currency currency;

    private Paid(HoldRecord from, HoldPayment payment) {
      super(from);
      this.paymentHigh = payment.id().value().getMostSignificantBits();
      this.paymentLow = payment.id().value().getLeastSignificantBits();
      this.amount = payment.amount().minorUnits();
      this.currency = payment.amount().currency();
    }

    @Override
    HoldPayment payment() {
      UUID id = new UUID(paymentHigh, paymentLow);
      return new HoldPayment(new PaymentId(id), new Money(amount, currency));
    }
  }
}
