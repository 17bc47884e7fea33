package io.github.boxoffice.contract;

import static io.github.boxoffice.payment.PaymentGateway.Charge.CAPTURED;
import static io.github.boxoffice.payment.PaymentGateway.Charge.DECLINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.payment.Order;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What paying promises on any store: one charge, one booking, or the money back. */
abstract class PayContract extends BoxOfficeFixture {
  /** While the gateway is asked the hold's time runs out, and another buys one of its seats. */
  private void losing(String seat) {
    gateway.meanwhile(
        () -> {
          gateway.meanwhile(() -> {});
          clock.advance(Duration.ofHours(1));
          boxOffice.pay(held("bob", seat), CARD).orElseThrow();
        });
  }

  @Test
  void pay_captured_booksAllSeats() {
    Hold hold = held("alice", "A-1", "A-2");
    Booking booking = boxOffice.pay(hold, CARD).orElseThrow();
    assertThat(booking.seats()).containsExactly("A-1", "A-2");
    assertThat(booking.amount()).isEqualTo(Money.of(2000, "EUR"));
    assertThat(boxOffice.findBooking(show.id(), booking.id())).contains(booking);
    assertThat(boxOffice.findHold(show.id(), hold.id())).isEmpty();
  }

  @Test
  void pay_declined_givesSeatsBackAtOnce() {
    gateway.answering(DECLINED, DECLINED);
    assertThat(reason(boxOffice.pay(held("alice", "A-1"), CARD)))
        .isEqualTo(Refusal.PAYMENT_DECLINED);
    assertThat(free()).isEqualTo(20);
  }

  @Test
  void pay_declinedButKept_canBePaidAgain() {
    Hold hold = held("alice", "A-1");
    gateway.answering(DECLINED, DECLINED);
    boxOffice.pay(hold, new Order(PaymentId.random(), CARD, true));
    assertThat(free()).isEqualTo(19);
    gateway.answering(CAPTURED, CAPTURED);
    assertThat(boxOffice.pay(hold, CARD).isDone()).isTrue();
  }

  @Test
  void pay_whileGatewayIsAsked_blocksNobodyElse() {
    Hold hold = held("alice", "A-1");
    gateway.meanwhile(
        () -> {
          gateway.meanwhile(() -> {});
          assertThat(boxOffice.hold(show, "bob", "A-2").isDone()).isTrue();
          assertThat(reason(boxOffice.hold(show, "bob", "A-1"))).isEqualTo(Refusal.SEATS_HELD);
          assertThat(reason(boxOffice.release(hold))).isEqualTo(Refusal.PAYMENT_IN_PROGRESS);
        });
    assertThat(boxOffice.pay(hold, CARD).isDone()).isTrue();
  }

  @Test
  void pay_justBeforeExpiry_isCoveredForTheGatewaysTimeLimit() {
    Hold hold = held("alice", "A-1");
    clock.advance(HOLD_TIME.minusMillis(1));
    gateway.meanwhile(
        () -> {
          clock.advance(gateway.timeLimit().minusMillis(1));
          assertThat(reason(boxOffice.hold(show, "bob", "A-1"))).isEqualTo(Refusal.SEATS_HELD);
        });
    assertThat(boxOffice.pay(hold, CARD).isDone()).isTrue();
  }

  @Test
  void pay_expired_isRefusedAndChargesNothing() {
    Hold hold = held("alice", "A-1");
    clock.advance(HOLD_TIME);
    Order order = Order.by(CARD);
    assertThat(reason(boxOffice.pay(hold, order))).isEqualTo(Refusal.HOLD_EXPIRED);
    assertThat(gateway.resolve(order.id())).isEqualTo(DECLINED);
  }

  @Test
  void pay_expiredMeanwhileAndNobodyCame_isBooked() {
    Hold hold = held("alice", "A-1");
    gateway.meanwhile(() -> clock.advance(Duration.ofHours(1)));
    assertThat(boxOffice.pay(hold, CARD).isDone()).isTrue();
  }

  @Test
  void pay_expiredAndSweptMeanwhile_takesTheSameSeatsAgain() {
    Hold hold = held("alice", "A-1", "A-2");
    gateway.meanwhile(
        () -> {
          clock.advance(Duration.ofHours(1));
          assertThat(boxOffice.sweep(10)).isEqualTo(1);
        });
    Booking booking = boxOffice.pay(hold, CARD).orElseThrow();
    assertThat(booking.seats()).isEqualTo(hold.seats());
    assertThat(booking.id()).isNotEqualTo(hold.id());
    assertThat(boxOffice.findBooking(show.id(), booking.id())).contains(booking);
    assertThat(free()).isEqualTo(18);
  }

  @Test
  void pay_seatsLostMeanwhile_givesTheMoneyBackOnce() {
    Hold hold = held("alice", "A-1", "A-2");
    losing("A-2");
    Order order = Order.by(CARD);
    assertThat(boxOffice.pay(hold, order))
        .isEqualTo(new Outcome.Refused<Booking>(Refusal.PAYMENT_REFUNDED, List.of("A-2")));
    assertThat(boxOffice.refund(order.id()).isDone()).isTrue();
    assertThat(gateway.refunds(order.id())).isEqualTo(1);
    assertThat(free()).isEqualTo(19);
  }

  @Test
  void pay_repeatedWhenBooked_isTheSameBooking() {
    Hold hold = held("alice", "A-1", "A-2");
    Order order = Order.by(CARD);
    Booking first = boxOffice.pay(hold, order).orElseThrow();
    gateway.meanwhile(() -> fail("asked for the money again"));
    assertThat(boxOffice.pay(hold, order).orElseThrow()).isEqualTo(first);
    assertThat(free()).isEqualTo(18);
  }

  @Test
  void pay_repeatedWhenTheSeatsWereTakenAgain_isTheSameBooking() {
    Hold hold = held("alice", "A-1");
    gateway.meanwhile(
        () -> {
          clock.advance(Duration.ofHours(1));
          boxOffice.sweep(10);
        });
    Order order = Order.by(CARD);
    Booking first = boxOffice.pay(hold, order).orElseThrow();
    assertThat(first.id()).isNotEqualTo(hold.id());
    assertThat(boxOffice.pay(hold, order).orElseThrow()).isEqualTo(first);
  }

  @Test
  void pay_repeatedWhenDeclined_isDeclined() {
    gateway.answering(DECLINED, DECLINED);
    Hold released = held("alice", "A-1");
    Order order = Order.by(CARD);
    boxOffice.pay(released, order);
    Hold kept = held("alice", "A-2");
    Order withMore = new Order(PaymentId.random(), CARD, true);
    boxOffice.pay(kept, withMore);
    gateway.meanwhile(() -> fail("asked for the money again"));
    assertThat(reason(boxOffice.pay(released, order))).isEqualTo(Refusal.PAYMENT_DECLINED);
    assertThat(reason(boxOffice.pay(kept, withMore))).isEqualTo(Refusal.PAYMENT_DECLINED);
    assertThat(reason(boxOffice.pay(kept, order))).isEqualTo(Refusal.PAYMENT_UNUSABLE);
    assertThat(boxOffice.findHold(show.id(), kept.id())).isPresent();
  }

  @Test
  void pay_repeatedWhenRefunded_isRefunded() {
    Hold hold = held("alice", "A-1", "A-2");
    Order order = Order.by(CARD);
    losing("A-2");
    boxOffice.pay(hold, order);
    gateway.meanwhile(() -> fail("asked for the money again"));
    assertThat(reason(boxOffice.pay(hold, order))).isEqualTo(Refusal.PAYMENT_REFUNDED);
    assertThat(gateway.refunds(order.id())).isEqualTo(1);
  }

  @Test
  void pay_bookedByAnotherPayment_isRefused() {
    Hold hold = held("alice", "A-1");
    boxOffice.pay(hold, CARD).orElseThrow();
    assertThat(reason(boxOffice.pay(hold, CARD))).isEqualTo(Refusal.HOLD_CONFIRMED);
    Order elsewhere = Order.by(CARD);
    boxOffice.pay(held("alice", "A-2"), elsewhere).orElseThrow();
    assertThat(reason(boxOffice.pay(hold, elsewhere))).isEqualTo(Refusal.HOLD_CONFIRMED);
  }

  @Test
  void pay_repeatedWhenCancelled_isRefused() {
    Hold hold = held("alice", "A-1");
    Order order = Order.by(CARD);
    boxOffice.cancel(boxOffice.pay(hold, order).orElseThrow()).orElseThrow();
    assertThat(reason(boxOffice.pay(hold, order))).isEqualTo(Refusal.BOOKING_CANCELLED);
  }

  @Test
  void charge_repeatedWhenBooked_isTheSamePayment() {
    Hold hold = held("alice", "A-1");
    Order order = Order.by(CARD);
    var payment = boxOffice.charge(hold, order).orElseThrow();
    boxOffice.confirm(hold, payment).orElseThrow();
    assertThat(boxOffice.charge(hold, order).orElseThrow()).isEqualTo(payment);
  }
}
