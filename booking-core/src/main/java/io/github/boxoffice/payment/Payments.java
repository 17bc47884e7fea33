package io.github.boxoffice.payment;

import io.github.boxoffice.booking.Answers;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Bookings;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.lock.Locking;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatChange;
import java.util.Optional;

/**
 * Charging, confirming and giving back. No lock or transaction is open while the gateway is asked.
 * Safe for use by any number of threads.
 */
public final class Payments {
  private final Bookings bookings;
  private final Locking locking;
  private final PaymentStore store;
  private final PaymentGateway gateway;
  private final Answers answers;

  /** Payments for the holds of {@code bookings}. */
  public Payments(Bookings bookings, Locking locking, PaymentStore store, PaymentGateway gateway) {
    this.bookings = bookings;
    this.locking = locking;
    this.store = store;
    this.gateway = gateway;
    this.answers = bookings.answers();
  }

  /**
   * Charges for the hold and confirms it, or gives the money back if the seats were lost meanwhile.
   */
  public Outcome<Booking> pay(Hold hold, Order order) {
    Outcome<Payment> charged = charge(hold, order);
    if (charged instanceof Outcome.Done<Payment> done) {
      return confirmOrRefund(hold, done.value());
    } else if (charged instanceof Outcome.Refused<Payment> refused) {
      return new Outcome.Refused<>(refused.reason(), refused.seats());
    }
    return new Outcome.Unknown<>(order.id().toString());
  }

  private Outcome<Booking> confirmOrRefund(Hold hold, Payment payment) {
    Outcome<Booking> confirmed = bookings.confirm(hold, payment);
    if (!(confirmed instanceof Outcome.Refused<Booking> refused)) {
      return confirmed;
    }
    if (refused.reason().isUndecided()) {
      // The seats may still be had for this payment: not lost, only late. Recovery confirms it.
      return new Outcome.Unknown<>(payment.id().toString());
    }
    return refund(payment.id()).isDone()
        ? new Outcome.Refused<>(Refusal.PAYMENT_REFUNDED, refused.seats())
        : new Outcome.Unknown<>(payment.id().toString());
  }

  /** Charges for the hold, which is then to be confirmed or the money given back. */
  public Outcome<Payment> charge(Hold hold, Order order) {
    HoldPayment attempt = new HoldPayment(order.id(), hold.price());
    ChangeResult written =
        locking.apply(new SeatChange.Pay(hold.claim(), attempt, gateway.timeLimit()));
    if (!(written instanceof ChangeResult.Applied)) {
      return repeated(hold, attempt, written)
          .orElseGet(() -> answers.of(written, hold.claim(), applied -> captured(attempt)));
    }
    return switch (gateway.charge(order.id(), hold.price(), order.method())) {
      case CAPTURED -> new Outcome.Done<>(captured(attempt));
      case UNKNOWN -> new Outcome.Unknown<>(order.id().toString());
      case DECLINED -> {
        declined(hold.claim(), order.id(), !order.keepIfDeclined());
        yield Outcome.refused(Refusal.PAYMENT_DECLINED);
      }
    };
  }

  /**
   * What came of this very charge before; empty if the hold has more to say of it, because it was
   * never written down, is on its way, or the booking that it bought was cancelled.
   */
  private Optional<Outcome<Payment>> repeated(
      Hold hold, HoldPayment attempt, ChangeResult written) {
    return store
        .find(attempt.id())
        .filter(known -> known.amount().equals(attempt.amount()))
        .filter(known -> Bookings.isBookedBy(attempt.id(), known.claim(), hold))
        .filter(known -> !isCancelled(written))
        .flatMap(known -> before(known.state(), attempt));
  }

  private static Optional<Outcome<Payment>> before(PaymentState known, HoldPayment attempt) {
    return switch (known) {
      case PENDING -> Optional.empty();
      case CAPTURED -> Optional.of(new Outcome.Done<>(captured(attempt)));
      case DECLINED -> Optional.of(Outcome.refused(Refusal.PAYMENT_DECLINED));
      case REFUNDING -> Optional.of(new Outcome.Unknown<>(attempt.id().toString()));
      case REFUNDED -> Optional.of(Outcome.refused(Refusal.PAYMENT_REFUNDED));
    };
  }

  private static boolean isCancelled(ChangeResult written) {
    return written instanceof ChangeResult.Refused refused
        && refused.reason() == Refusal.BOOKING_CANCELLED;
  }

  /**
   * Writes down that the gateway will never take this payment. The second step is for a hold that
   * was over before, and has no part in it any more.
   *
   * @param release whether the seats go back at once
   */
  ChangeResult declined(Claim claim, PaymentId payment, boolean release) {
    ChangeResult result = locking.apply(new SeatChange.Decline(claim, payment, release));
    store.move(payment, PaymentState.PENDING, PaymentState.DECLINED);
    return result;
  }

  private static Payment captured(HoldPayment payment) {
    return new Payment(payment.id(), payment.amount(), false);
  }

  /**
   * Gives a captured payment back that has bought nothing, or whose booking was cancelled.
   * Repeating it gives nothing back twice.
   */
  public Outcome<Money> refund(PaymentId payment) {
    Optional<PaymentRecord> known = store.find(payment);
    if (known.isEmpty()) {
      return Outcome.refused(Refusal.PAYMENT_UNUSABLE);
    }
    return switch (known.get().state()) {
      case PENDING -> refundPending(payment);
      case REFUNDING -> giveBack(payment);
      case REFUNDED -> new Outcome.Done<>(known.get().amount());
      case CAPTURED, DECLINED -> Outcome.refused(Refusal.PAYMENT_UNUSABLE);
    };
  }

  private Outcome<Money> refundPending(PaymentId payment) {
    return switch (gateway.resolve(payment)) {
      case UNKNOWN -> new Outcome.Unknown<>(payment.toString());
      case DECLINED -> Outcome.refused(Refusal.PAYMENT_DECLINED);
      case CAPTURED ->
          // Whoever else settles it now, a confirm or a refund, has moved it first.
          store.move(payment, PaymentState.PENDING, PaymentState.REFUNDING)
              ? giveBack(payment)
              : refund(payment);
    };
  }

  private Outcome<Money> giveBack(PaymentId payment) {
    Money amount = store.find(payment).orElseThrow().amount();
    if (!gateway.refund(payment, amount)) {
      return new Outcome.Unknown<>(payment.toString());
    }
    store.move(payment, PaymentState.REFUNDING, PaymentState.REFUNDED);
    return new Outcome.Done<>(amount);
  }

  /**
   * Cancels a booking and gives its payment back; what was paid outside is for the caller to give.
   */
  public Outcome<Money> cancel(Booking booking) {
    Outcome<Booking> cancelled = bookings.cancel(booking);
    if (cancelled instanceof Outcome.Done) {
      boolean ours = store.find(booking.payment()).isPresent();
      return ours ? refund(booking.payment()) : new Outcome.Done<>(booking.amount());
    } else if (cancelled instanceof Outcome.Refused<Booking> refused) {
      return new Outcome.Refused<>(refused.reason(), refused.seats());
    }
    return new Outcome.Unknown<>(booking.id().toString());
  }
}
