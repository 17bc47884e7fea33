package io.github.boxoffice.contract;

import static io.github.boxoffice.store.PaymentState.DECLINED;
import static io.github.boxoffice.store.PaymentState.PENDING;
import static io.github.boxoffice.store.PaymentState.REFUNDED;
import static io.github.boxoffice.store.PaymentState.REFUNDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written down of payments, and when. */
public abstract class PaymentContract extends SeatChangeContract {
  @Test
  void pay_liveHold_writesThePaymentDown() {
    Claim claim = held("alice", 1, 2);
    clock.advance(Duration.ofMinutes(1));
    HoldPayment payment = paying(claim);
    assertThat(store.payments().find(payment.id()))
        .contains(new PaymentRecord(payment.id(), claim, Shows.PRICE, PENDING, clock.millis()));
    assertThat(found(claim).payment()).isEqualTo(payment);
    assertHeld(claim);
  }

  @Test
  void pay_again_hasNoSecondEffect() {
    Claim claim = held("alice", 1);
    HoldPayment payment = Shows.payment();
    var first = pay(claim, payment);
    assertThat(pay(claim, payment)).isEqualTo(first);
    assertThat(state(payment)).isEqualTo(PENDING);
  }

  @Test
  void pay_paymentUsedBefore_isRefused() {
    HoldPayment payment = paying(held("alice", 1));
    Claim claim = held("bob", 2);
    assertRefused(pay(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertThat(found(claim).payment()).isNull();
    assertThat(found(claim).term().extendedForPayment()).isFalse();
  }

  @Test
  void pay_paymentDeclinedBefore_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    assertApplied(decline(claim, payment, false), HoldState.HELD);
    assertRefused(pay(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertThat(state(payment)).isEqualTo(DECLINED);
  }

  @Test
  void pay_whileAnotherIsOnItsWay_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment first = paying(claim);
    HoldPayment second = Shows.payment();
    assertRefused(pay(claim, second), Refusal.PAYMENT_IN_PROGRESS);
    assertThat(found(claim).payment()).isEqualTo(first);
    assertThat(store.payments().find(second.id())).isEmpty();
  }

  @Test
  void release_withAPaymentOnItsWay_isRefused() {
    Claim claim = held("alice", 1);
    paying(claim);
    assertRefused(release(claim), Refusal.PAYMENT_IN_PROGRESS);
    assertHeld(claim);
  }

  @Test
  void decline_releasing_givesTheSeatsBack() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    assertApplied(decline(claim, payment, true), HoldState.RELEASED);
    assertApplied(decline(claim, payment, true), HoldState.RELEASED);
    assertFree(1, 2);
    assertThat(state(payment)).isEqualTo(DECLINED);
    assertHeld(held("bob", 2));
  }

  @Test
  void decline_keeping_leavesRoomForAnotherPayment() {
    Claim claim = held("alice", 1, 2);
    HoldPayment first = paying(claim);
    assertApplied(decline(claim, first, false), HoldState.HELD);
    assertApplied(decline(claim, first, false), HoldState.HELD);
    assertHeld(claim);
    assertThat(state(first)).isEqualTo(DECLINED);
    HoldPayment second = paying(claim);
    assertApplied(confirm(claim, second), HoldState.CONFIRMED);
  }

  @Test
  void decline_anotherPaymentThanTheOneOnItsWay_changesNothing() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    HoldPayment other = paying(held("bob", 2));
    assertApplied(decline(claim, other, true), HoldState.HELD);
    assertThat(found(claim).payment()).isEqualTo(payment);
    assertThat(state(payment)).isEqualTo(PENDING);
    assertThat(state(other)).isEqualTo(PENDING);
  }

  @Test
  void decline_paymentThatBoughtTheBooking_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    assertApplied(confirm(claim, payment), HoldState.CONFIRMED);
    assertRefused(decline(claim, payment, true), Refusal.PAYMENT_UNUSABLE);
    assertBooked(claim);
  }

  @Test
  void move_expectedState_movesOnce() {
    HoldPayment payment = paying(held("alice", 1));
    assertThat(store.payments().move(payment.id(), PENDING, REFUNDING)).isTrue();
    assertThat(store.payments().move(payment.id(), PENDING, REFUNDING)).isFalse();
    assertThat(store.payments().move(payment.id(), REFUNDING, REFUNDED)).isTrue();
    assertThat(state(payment)).isEqualTo(REFUNDED);
  }

  @Test
  void move_unexpectedState_changesNothing() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    PaymentRecord before = store.payments().find(payment.id()).orElseThrow();
    assertThat(store.payments().move(payment.id(), REFUNDING, REFUNDED)).isFalse();
    assertThat(store.payments().find(payment.id())).contains(before);
  }

  @Test
  void move_unknownPayment_isFalse() {
    HoldPayment payment = Shows.payment();
    assertThat(store.payments().move(payment.id(), PENDING, DECLINED)).isFalse();
    assertThat(store.payments().find(payment.id())).isEmpty();
  }

  @Test
  void confirm_paymentMovedOnMeanwhile_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    assertThat(store.payments().move(payment.id(), PENDING, REFUNDING)).isTrue();
    assertRefused(confirm(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertHeld(claim);
    assertThat(state(payment)).isEqualTo(REFUNDING);
  }

  @Test
  void unsettled_listsPendingAndRefundingOldestFirst() {
    HoldPayment first = paying(held("alice", 1));
    clock.advance(Duration.ofMillis(1));
    HoldPayment captured = paying(held("bob", 2));
    clock.advance(Duration.ofMillis(1));
    Claim cancelled = held("carol", 3);
    HoldPayment refunding = paying(cancelled);
    clock.advance(Duration.ofMillis(1));
    Claim declining = held("dave", 4);
    HoldPayment declined = paying(declining);
    assertApplied(confirm(cancelled, refunding), HoldState.CONFIRMED);
    assertApplied(cancel(cancelled), HoldState.CANCELLED);
    assertApplied(confirm(held("bob", 5), captured), HoldState.CONFIRMED);
    assertApplied(decline(declining, declined, true), HoldState.RELEASED);
    assertThat(unsettledHere(Duration.ZERO)).containsExactly(first, refunding);
  }

  @Test
  void unsettled_youngerThanTheAge_areLeftInPeace() {
    HoldPayment first = paying(held("alice", 1));
    clock.advance(Duration.ofMinutes(1));
    HoldPayment second = paying(held("bob", 2));
    clock.advance(Duration.ofMinutes(1));
    assertThat(unsettledHere(Duration.ofMinutes(1))).containsExactly(first, second);
    assertThat(unsettledHere(Duration.ofMinutes(1).plusMillis(1))).containsExactly(first);
    assertThat(unsettledHere(Duration.ofMinutes(2))).containsExactly(first);
    assertThat(unsettledHere(Duration.ofMinutes(2).plusMillis(1))).isEmpty();
  }

  @Test
  void unsettled_moreThanTheLimit_listsNoMore() {
    paying(held("alice", 1));
    paying(held("bob", 2));
    paying(held("carol", 3));
    assertThat(store.payments().unsettled(Duration.ZERO, 2)).hasSize(2);
  }

  private List<HoldPayment> unsettledHere(Duration age) {
    return store.payments().unsettled(age, Integer.MAX_VALUE).stream()
        .filter(payment -> payment.claim().show().equals(show))
        .map(payment -> new HoldPayment(payment.id(), payment.amount()))
        .toList();
  }
}
