package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import org.junit.jupiter.api.Test;

/** From a hold to a booking: each booking has its payment, and each payment one booking at most. */
public abstract class ConfirmContract extends SeatChangeContract {
  @Test
  void confirm_writtenPayment_booksTheSeats() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    assertThat(confirm(claim, payment)).isEqualTo(new Applied(HoldState.CONFIRMED, 0));
    assertBooked(claim);
    assertThat(found(claim).payment()).isEqualTo(payment);
    assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
  }

  @Test
  void confirm_again_hasNoSecondEffect() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    assertApplied(confirm(claim, payment), HoldState.CONFIRMED);
    assertThat(confirm(claim, payment)).isEqualTo(new Applied(HoldState.CONFIRMED, 0));
    assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
  }

  @Test
  void confirm_paymentNobodyWroteDown_isRefused() {
    Claim claim = held("alice", 1);
    assertRefused(confirm(claim, Shows.payment()), Refusal.PAYMENT_UNUSABLE);
    assertHeld(claim);
    assertThat(found(claim).payment()).isNull();
  }

  @Test
  void confirm_anotherPaymentThanTheOneOnItsWay_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    HoldPayment other = paying(held("alice", 2));
    assertRefused(confirm(claim, other), Refusal.PAYMENT_IN_PROGRESS);
    assertRefused(confirmPaidOutside(claim, Shows.payment()), Refusal.PAYMENT_IN_PROGRESS);
    assertHeld(claim);
    assertThat(state(payment)).isEqualTo(PaymentState.PENDING);
    assertThat(state(other)).isEqualTo(PaymentState.PENDING);
  }

  @Test
  void confirm_anotherAmountThanWasWrittenDown_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    HoldPayment cheaper = new HoldPayment(payment.id(), Money.of(1, "EUR"));
    assertRefused(confirm(claim, cheaper), Refusal.PAYMENT_IN_PROGRESS);
    assertApplied(decline(claim, paying(held("bob", 2)), false), HoldState.HELD);
    Claim other = held("alice", 3);
    assertRefused(confirm(other, cheaper), Refusal.PAYMENT_UNUSABLE);
    assertHeld(other);
    assertThat(state(payment)).isEqualTo(PaymentState.PENDING);
  }

  @Test
  void confirm_paymentOfAHoldThatEnded_booksTheSeatsTakenAgain() {
    Claim lapsed = held("alice", 1, 2);
    HoldPayment payment = paying(lapsed);
    clock.advance(Shows.TTL);
    Claim again = held("alice", 1, 2);
    assertApplied(confirm(again, payment), HoldState.CONFIRMED);
    assertBooked(again);
    assertThat(store.payments().find(payment.id()).map(PaymentRecord::claim)).contains(again);
    assertRefused(confirm(lapsed, payment), Refusal.HOLD_EXPIRED);
  }

  @Test
  void confirm_secondHoldWithOnePayment_isRefused() {
    Claim first = held("alice", 1);
    HoldPayment payment = paying(first);
    Claim second = held("alice", 2);
    assertApplied(confirm(first, payment), HoldState.CONFIRMED);
    assertRefused(confirm(second, payment), Refusal.PAYMENT_UNUSABLE);
    assertRefused(confirmPaidOutside(second, payment), Refusal.PAYMENT_UNUSABLE);
    assertBooked(first);
    assertHeld(second);
  }

  @Test
  void confirm_paymentThatBoughtAnotherHold_isRefusedForItsFirstToo() {
    Claim first = held("alice", 1);
    HoldPayment payment = paying(first);
    Claim second = held("alice", 2);
    assertApplied(confirm(second, payment), HoldState.CONFIRMED);
    assertRefused(confirm(first, payment), Refusal.PAYMENT_UNUSABLE);
    assertHeld(first);
    assertThat(store.payments().find(payment.id()).map(PaymentRecord::claim)).contains(second);
  }

  @Test
  void confirm_declinedPayment_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    assertApplied(decline(claim, payment, false), HoldState.HELD);
    assertRefused(confirm(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertRefused(confirmPaidOutside(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertHeld(claim);
  }

  @Test
  void confirm_paymentGivenBack_isRefused() {
    Claim booking = held("alice", 1);
    HoldPayment payment = paying(booking);
    assertApplied(confirm(booking, payment), HoldState.CONFIRMED);
    assertApplied(cancel(booking), HoldState.CANCELLED);
    Claim second = held("alice", 1);
    assertRefused(confirm(second, payment), Refusal.PAYMENT_UNUSABLE);
    store.payments().move(payment.id(), PaymentState.REFUNDING, PaymentState.REFUNDED);
    assertRefused(confirm(second, payment), Refusal.PAYMENT_UNUSABLE);
    assertHeld(second);
  }

  @Test
  void confirm_paidOutside_booksTheSeats() {
    Claim claim = held("alice", 1);
    HoldPayment payment = Shows.payment();
    assertApplied(confirmPaidOutside(claim, payment), HoldState.CONFIRMED);
    assertApplied(confirmPaidOutside(claim, payment), HoldState.CONFIRMED);
    assertBooked(claim);
    assertThat(found(claim).payment()).isEqualTo(payment);
  }

  @Test
  void confirm_paidOutsideByAPaymentOfOurs_isRefused() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(held("bob", 2));
    assertRefused(confirmPaidOutside(claim, payment), Refusal.PAYMENT_UNUSABLE);
    assertHeld(claim);
    assertThat(state(payment)).isEqualTo(PaymentState.PENDING);
  }
}
