package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentState;
import org.junit.jupiter.api.Test;

/** Giving back: a hold by its holder, a booking by cancelling it. */
public abstract class ReleaseContract extends SeatChangeContract {
  @Test
  void release_liveHold_freesAllItsSeats() {
    Claim claim = held("alice", 1, 2);
    assertThat(release(claim)).isEqualTo(new Applied(HoldState.RELEASED, 0));
    assertFree(1, 2);
    assertThat(found(claim).state()).isEqualTo(HoldState.RELEASED);
    assertHeld(held("bob", 1, 2));
  }

  @Test
  void release_again_doesNotTouchTheNextHolder() {
    Claim claim = held("alice", 1, 2);
    assertApplied(release(claim), HoldState.RELEASED);
    Claim bobs = held("bob", 1, 2);
    assertThat(release(claim)).isEqualTo(new Applied(HoldState.RELEASED, 0));
    assertHeld(bobs);
  }

  @Test
  void release_holdThatNeverWas_isRefused() {
    assertRefused(release(claim("alice", 1)), Refusal.NO_SUCH_HOLD);
    assertFree(1);
  }

  @Test
  void release_booking_isRefused() {
    Claim claim = booked("alice", 1);
    assertRefused(release(claim), Refusal.HOLD_CONFIRMED);
    assertBooked(claim);
  }

  @Test
  void cancel_booking_freesItsSeatsAndOwesTheMoney() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    assertApplied(confirm(claim, payment), HoldState.CONFIRMED);
    assertThat(cancel(claim)).isEqualTo(new Applied(HoldState.CANCELLED, 0));
    assertFree(1, 2);
    assertThat(found(claim).state()).isEqualTo(HoldState.CANCELLED);
    assertThat(state(payment)).isEqualTo(PaymentState.REFUNDING);
    assertBooked(booked("bob", 2));
  }

  @Test
  void cancel_again_owesTheMoneyOnce() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    assertApplied(confirm(claim, payment), HoldState.CONFIRMED);
    assertApplied(cancel(claim), HoldState.CANCELLED);
    store.payments().move(payment.id(), PaymentState.REFUNDING, PaymentState.REFUNDED);
    Claim bobs = booked("bob", 1, 2);
    assertThat(cancel(claim)).isEqualTo(new Applied(HoldState.CANCELLED, 0));
    assertThat(state(payment)).isEqualTo(PaymentState.REFUNDED);
    assertBooked(bobs);
  }

  @Test
  void cancel_bookingPaidOutside_freesItsSeats() {
    Claim claim = held("alice", 1);
    HoldPayment payment = Shows.payment();
    assertApplied(confirmPaidOutside(claim, payment), HoldState.CONFIRMED);
    assertApplied(cancel(claim), HoldState.CANCELLED);
    assertFree(1);
    assertThat(store.payments().find(payment.id())).isEmpty();
  }

  @Test
  void cancel_holdThatIsNoBooking_isRefused() {
    Claim claim = held("alice", 1);
    assertRefused(cancel(claim), Refusal.NOT_BOOKED);
    assertHeld(claim);
  }
}
