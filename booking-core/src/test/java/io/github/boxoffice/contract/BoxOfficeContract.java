package io.github.boxoffice.contract;

import static io.github.boxoffice.payment.PaymentGateway.Charge.CAPTURED;
import static io.github.boxoffice.payment.PaymentGateway.Charge.DECLINED;
import static io.github.boxoffice.payment.PaymentGateway.Charge.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.store.PaymentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the front door promises on any store: refusals, payment, recovery, cancelling. */
public abstract class BoxOfficeContract extends PayContract {
  @Test
  void hold_unknownShow_isRefused() {
    HoldRequest request = HoldRequest.of(new ShowId(999_999), "alice", List.of("A-1"));
    assertThat(reason(boxOffice.hold(request))).isEqualTo(Refusal.NO_SUCH_SHOW);
  }

  @Test
  void seats_unknownShow_areNone() {
    ShowId nowhere = new ShowId(999_999);
    assertThat(boxOffice.seats(nowhere)).isEmpty();
    assertThat(boxOffice.countFree(nowhere)).isZero();
  }

  @Test
  void hold_unknownSeats_namesThem() {
    assertThat(boxOffice.hold(show, "alice", "A-1", "Z-1", "A-99"))
        .isEqualTo(new Outcome.Refused<Hold>(Refusal.NO_SUCH_SEAT, List.of("Z-1", "A-99")));
  }

  @Test
  void hold_moreThanPolicyAllows_isRefused() {
    String[] eleven =
        boxOffice.seats(show.id()).stream()
            .limit(11)
            .map(v -> v.seat().label())
            .toArray(String[]::new);
    assertThat(reason(boxOffice.hold(show, "alice", eleven))).isEqualTo(Refusal.TOO_MANY_SEATS);
    assertThat(free()).isEqualTo(20);
  }

  @Test
  void hold_showHasBegun_isRefused() {
    clock.advance(Duration.ofDays(365));
    assertThat(reason(boxOffice.hold(show, "alice", "A-1"))).isEqualTo(Refusal.SALE_ENDED);
  }

  @Test
  void hold_seatNamedTwice_isAnErrorThatSaysWhich() {
    assertThatThrownBy(() -> boxOffice.hold(show, "alice", "A-1", "A-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A-1");
  }

  @Test
  void hold_heldByAnother_namesAllSeatsConcernedInSeatOrder() {
    held("alice", "A-3", "A-1");
    assertThat(boxOffice.hold(show, "bob", "A-3", "A-2", "A-1"))
        .isEqualTo(new Outcome.Refused<Hold>(Refusal.SEATS_HELD, List.of("A-1", "A-3")));
  }

  @Test
  void hold_repeatedWithItsId_isTheSameHold() {
    HoldRequest request = HoldRequest.of(show.id(), "alice", List.of("A-1", "A-2"));
    Hold first = boxOffice.hold(request).orElseThrow();
    clock.advance(Duration.ofMinutes(1));
    assertThat(boxOffice.hold(request).orElseThrow()).isEqualTo(first);
    assertThat(free()).isEqualTo(18);
  }

  @Test
  void confirm_repeated_isTheSameBooking() {
    Hold hold = held("alice", "A-1");
    var payment = boxOffice.charge(hold, Order.by(CARD)).orElseThrow();
    Booking first = boxOffice.confirm(hold, payment).orElseThrow();
    assertThat(boxOffice.confirm(hold, payment).orElseThrow()).isEqualTo(first);
  }

  @Test
  void confirm_paymentOfAnotherHold_buysOneBookingOnly() {
    Hold first = held("alice", "A-1");
    Hold second = held("alice2", "A-2");
    var payment = boxOffice.charge(first, Order.by(CARD)).orElseThrow();
    assertThat(boxOffice.confirm(first, payment).isDone()).isTrue();
    assertThat(reason(boxOffice.confirm(second, payment))).isEqualTo(Refusal.PAYMENT_UNUSABLE);
  }

  @Test
  void confirm_retakenAfterExpiry_repeatsUnderOneId() {
    Hold hold = held("alice", "A-1");
    var payment = boxOffice.charge(hold, Order.by(CARD)).orElseThrow();
    clock.advance(Duration.ofHours(1));
    boxOffice.sweep(10);
    Booking first = boxOffice.confirm(hold, payment).orElseThrow();
    assertThat(boxOffice.confirm(hold, payment).orElseThrow()).isEqualTo(first);
    assertThat(free()).isEqualTo(19);
  }

  @Test
  void recover_answerWasLost_confirmsByKey() {
    gateway.answering(UNKNOWN, CAPTURED);
    Hold hold = held("alice", "A-1");
    Order order = Order.by(CARD);
    assertThat(boxOffice.pay(hold, order))
        .isEqualTo(new Outcome.Unknown<Booking>(order.id().toString()));
    clock.advance(Duration.ofMinutes(1));

    List<Recovery.Settled> settled = boxOffice.recover(Duration.ofMinutes(1), 10);

    assertThat(settled).hasSize(1);
    assertThat(settled.get(0).result()).isEqualTo(PaymentState.CAPTURED);
    assertThat(boxOffice.findBooking(show.id(), hold.id())).isPresent();
    assertThat(boxOffice.recover(Duration.ZERO, 10)).isEmpty();
  }

  @Test
  void recover_requestNeverArrived_givesSeatsBack() {
    gateway.answering(UNKNOWN, UNKNOWN);
    boxOffice.pay(held("alice", "A-1"), CARD);
    assertThat(boxOffice.recover(Duration.ZERO, 10).get(0).result())
        .isEqualTo(PaymentState.DECLINED);
    assertThat(free()).isEqualTo(20);
  }

  @Test
  void recover_seatsLost_givesTheMoneyBack() {
    gateway.answering(UNKNOWN, CAPTURED);
    Order order = Order.by(CARD);
    boxOffice.pay(held("alice", "A-1"), order);
    clock.advance(Duration.ofHours(1));
    gateway.answering(CAPTURED, CAPTURED);
    boxOffice.pay(held("bob", "A-1"), CARD).orElseThrow();

    assertThat(boxOffice.recover(Duration.ZERO, 10).get(0).result())
        .isEqualTo(PaymentState.REFUNDED);
    assertThat(gateway.refunds(order.id())).isEqualTo(1);
  }

  @Test
  void recover_youngerThanAge_leavesPaymentsInPeace() {
    gateway.answering(UNKNOWN, CAPTURED);
    boxOffice.pay(held("alice", "A-1"), CARD);
    clock.advance(Duration.ofSeconds(59));
    assertThat(boxOffice.recover(Duration.ofMinutes(1), 10)).isEmpty();
  }

  @Test
  void recover_declinedAfterTheHoldExpired_settlesThePayment() {
    gateway.answering(UNKNOWN, DECLINED);
    boxOffice.pay(held("alice", "A-1"), CARD);
    clock.advance(Duration.ofHours(1));
    boxOffice.sweep(10);
    boxOffice.recover(Duration.ZERO, 10);
    assertThat(boxOffice.recover(Duration.ZERO, 10)).isEmpty();
  }

  @Test
  void cancel_booking_freesSeatsAndRefundsOnce() {
    Booking booking = boxOffice.pay(held("alice", "A-1", "A-2"), CARD).orElseThrow();
    assertThat(boxOffice.cancel(booking)).isEqualTo(new Outcome.Done<>(Money.of(2000, "EUR")));
    assertThat(boxOffice.cancel(booking)).isEqualTo(new Outcome.Done<>(Money.of(2000, "EUR")));
    assertThat(gateway.refunds(booking.payment())).isEqualTo(1);
    assertThat(free()).isEqualTo(20);
  }

  @Test
  void cancel_refundUnanswered_isUnknownUntilRecovered() {
    Booking booking = boxOffice.pay(held("alice", "A-1"), CARD).orElseThrow();
    gateway.answeringRefunds(false);
    assertThat(boxOffice.cancel(booking)).isInstanceOf(Outcome.Unknown.class);
    gateway.answeringRefunds(true);
    assertThat(boxOffice.recover(Duration.ZERO, 10).get(0).result())
        .isEqualTo(PaymentState.REFUNDED);
    assertThat(gateway.refunds(booking.payment())).isEqualTo(1);
  }

  @Test
  void refund_paymentThatBoughtABooking_isRefused() {
    Booking booking = boxOffice.pay(held("alice", "A-1"), CARD).orElseThrow();
    assertThat(reason(boxOffice.refund(booking.payment()))).isEqualTo(Refusal.PAYMENT_UNUSABLE);
  }

  @Test
  void refund_neverCaptured_isRefusedForGood() {
    gateway.answering(UNKNOWN, UNKNOWN);
    Order order = Order.by(CARD);
    boxOffice.pay(held("alice", "A-1"), order);
    assertThat(reason(boxOffice.refund(order.id()))).isEqualTo(Refusal.PAYMENT_DECLINED);
    assertThat(gateway.refunds(order.id())).isZero();
  }

  @Test
  void findHold_unknownOrEnded_isEmpty() {
    Hold hold = held("alice", "A-1");
    assertThat(boxOffice.findHold(show.id(), hold.id())).contains(hold);
    boxOffice.release(hold).orElseThrow();
    assertThat(boxOffice.findHold(show.id(), hold.id())).isEmpty();
    assertThat(boxOffice.findHold(show.id(), HoldId.random())).isEmpty();
  }
}
