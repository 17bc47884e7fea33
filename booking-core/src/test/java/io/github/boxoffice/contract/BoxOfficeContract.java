package io.github.boxoffice.contract;

import static io.github.boxoffice.payment.PaymentGateway.Charge.CAPTURED;
import static io.github.boxoffice.payment.PaymentGateway.Charge.DECLINED;
import static io.github.boxoffice.payment.PaymentGateway.Charge.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the front door promises on any store: refusals, payment, recovery, cancelling. */
public abstract class BoxOfficeContract {
  private static final PaymentMethod CARD = new PaymentMethod("tok");
  private static final Duration HOLD_TIME = Duration.ofMinutes(7);

  private final SettableClock clock = new SettableClock();
  private final ScriptedGateway gateway = new ScriptedGateway();
  private Store store;
  private BoxOffice boxOffice;
  private Show show;

  /** An empty store that tells time by this clock. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  final void openBoxOffice() {
    store = open(clock);
    boxOffice = BoxOffice.on(store).gateway(gateway).open();
    show = boxOffice.addShow("Hamlet", SeatMap.grid(2, 10));
  }

  @AfterEach
  final void closeBoxOffice() {
    boxOffice.close();
    store.close();
  }

  private Hold held(String user, String... seats) {
    return boxOffice.hold(show, user, seats).orElseThrow();
  }

  private static Refusal reason(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).reason();
  }

  private int free() {
    return boxOffice.countFree(show.id());
  }

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
    gateway.meanwhile(
        () -> {
          gateway.meanwhile(() -> {});
          clock.advance(Duration.ofHours(1));
          boxOffice.pay(held("bob", "A-2"), CARD).orElseThrow();
        });
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
