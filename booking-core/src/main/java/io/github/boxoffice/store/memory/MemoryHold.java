package io.github.boxoffice.store.memory;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Term;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One hold, as the seats that it has point at it. What is known of it changes only under the locks
 * of all its seats, and may be read at any time.
 *
 * <p>A show that is sold out is full of these, so they are flat: a {@link HoldRecord} with all that
 * hangs on it takes three times the room, and is made when it is asked for.
 */
final class MemoryHold extends HoldKey {
  private final String user;
  private final SeatSet seats;
  private volatile Standing standing;

  MemoryHold(HoldRecord first) {
    super(first.claim().id());
    this.user = first.claim().user();
    this.seats = first.claim().seats();
    this.standing = new Standing(first);
  }

  SeatSet seats() {
    return seats;
  }

  HoldRecord known(ShowId show) {
    Standing now = standing;
    Term term = new Term(now.since, now.until, now.extendedForPayment);
    return new HoldRecord(new Claim(show, id(), user, seats), now.state, term, now.payment());
  }

  /** Whether it is held still although its time ran out. */
  boolean hasLapsed(long time) {
    Standing now = standing;
    return now.state == HoldState.HELD && now.until <= time;
  }

  void become(HoldRecord next) {
    standing = new Standing(next);
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
