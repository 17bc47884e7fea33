package io.github.boxoffice.payment;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Bookings;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.lock.Locking;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.PaymentStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settles payments that a crash or a lost answer left open: asks the gateway by key, then confirms
 * or gives back. Any number may run at once; each payment is spent or given back once, because the
 * store moves it on only from the state that was expected.
 */
public final class Recovery {
  private final Bookings bookings;
  private final Payments payments;
  private final Locking locking;
  private final PaymentStore store;
  private final PaymentGateway gateway;

  /** Recovery for what {@code payments} wrote down. */
  public Recovery(Bookings bookings, Payments payments, Locking locking, Books books) {
    this.bookings = bookings;
    this.payments = payments;
    this.locking = locking;
    this.store = books.store();
    this.gateway = books.gateway();
  }

  /**
   * What recovery compares.
   *
   * @param store what was written down
   * @param gateway what was done
   */
  public record Books(PaymentStore store, PaymentGateway gateway) {}

  /**
   * What became of one payment.
   *
   * @param payment its id
   * @param show the show that it was for
   * @param hold the hold that it was for
   * @param result where it stands now
   * @param booking the booking that it bought, if it did
   * @param amount what it is about
   */
  public record Settled(
      PaymentId payment,
      ShowId show,
      HoldId hold,
      PaymentState result,
      Optional<Booking> booking,
      Money amount) {}

  /** Settles what it can of at most {@code limit} payments that were written down this long ago. */
  public List<Settled> recover(Duration age, int limit) {
    return store.unsettled(age, limit).stream().map(this::settle).toList();
  }

  private Settled settle(PaymentRecord payment) {
    if (payment.state() == PaymentState.REFUNDING) {
      return giveBack(payment);
    }
    return switch (gateway.resolve(payment.id())) {
      case CAPTURED -> confirm(payment);
      case DECLINED -> decline(payment);
      case UNKNOWN -> settled(payment, PaymentState.PENDING);
    };
  }

  private Settled confirm(PaymentRecord payment) {
    HoldRecord known =
        locking.ground().seats().find(payment.claim().show(), payment.claim().id()).orElseThrow();
    Hold hold = bookings.hold(known);
    Outcome<Booking> confirmed =
        bookings.confirm(hold, new Payment(payment.id(), payment.amount(), false));
    if (confirmed instanceof Outcome.Done<Booking> done) {
      return settled(payment, PaymentState.CAPTURED, Optional.of(done.value()));
    }
    boolean lost =
        confirmed instanceof Outcome.Refused<Booking> refused && !refused.reason().isUndecided();
    return lost ? giveBack(payment) : settled(payment, PaymentState.PENDING);
  }

  private Settled giveBack(PaymentRecord payment) {
    Outcome<Money> refunded = payments.refund(payment.id());
    return settled(payment, refunded.isDone() ? PaymentState.REFUNDED : PaymentState.REFUNDING);
  }

  private Settled decline(PaymentRecord payment) {
    ChangeResult result = payments.declined(payment.claim(), payment.id(), true);
    boolean over = result instanceof ChangeResult.Applied;
    return settled(payment, over ? PaymentState.DECLINED : PaymentState.PENDING);
  }

  private static Settled settled(PaymentRecord payment, PaymentState state) {
    return settled(payment, state, Optional.empty());
  }

  private static Settled settled(
      PaymentRecord payment, PaymentState state, Optional<Booking> booking) {
    return new Settled(
        payment.id(),
        payment.claim().show(),
        payment.claim().id(),
        state,
        booking,
        payment.amount());
  }
}
