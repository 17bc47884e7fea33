package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How holds end by themselves: at the instant, without a sweeper. */
public abstract class ExpiryContract extends SeatChangeContract {
  private static final Duration TICK = Duration.ofMillis(1);

  @Test
  void hold_oneMillisecondBeforeItsEnd_keepsItsSeats() {
    Claim claim = held("alice", 1, 2);
    clock.advance(Shows.TTL.minus(TICK));
    assertHeld(claim);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 2);
    assertRefused(hold(claim("bob", 2)), Refusal.SEATS_HELD, 2);
    assertRefused(expire(claim), Refusal.SEATS_HELD);
    assertApplied(release(claim), HoldState.RELEASED);
  }

  @Test
  void hold_atItsEnd_hasFreedItsSeats() {
    Claim claim = held("alice", 1, 2);
    clock.advance(Shows.TTL);
    assertFree(1, 2);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
    assertRefused(hold(claim), Refusal.HOLD_EXPIRED);
    assertRefused(release(claim), Refusal.HOLD_EXPIRED);
    assertRefused(extend(claim), Refusal.HOLD_EXPIRED);
    assertRefused(pay(claim, Shows.payment()), Refusal.HOLD_EXPIRED);
  }

  @Test
  void hold_atTheEndOfAnother_takesItsSeatsAtOnce() {
    Claim lapsed = held("alice", 1, 2);
    clock.advance(Shows.TTL);
    Claim claim = held("bob", 1, 2);
    assertHeld(claim);
    assertThat(found(lapsed).state()).isEqualTo(HoldState.EXPIRED);
    assertThat(found(claim).term().since()).isEqualTo(clock.millis());
  }

  @Test
  void confirm_afterTakeover_isRefused() {
    Claim lapsed = held("alice", 1, 2);
    HoldPayment payment = paying(lapsed);
    clock.advance(Shows.TTL);
    Claim claim = held("bob", 2);
    assertRefused(confirm(lapsed, payment), Refusal.HOLD_EXPIRED);
    assertRefused(confirmPaidOutside(lapsed, Shows.payment()), Refusal.HOLD_EXPIRED);
    assertHeld(claim);
    assertFree(1);
    assertThat(state(payment)).isEqualTo(PaymentState.PENDING);
  }

  @Test
  void confirm_afterTheTakerGaveTheSeatBack_isStillRefused() {
    Claim lapsed = held("alice", 1, 2);
    HoldPayment payment = paying(lapsed);
    clock.advance(Shows.TTL);
    assertApplied(release(held("bob", 2)), HoldState.RELEASED);
    assertRefused(confirm(lapsed, payment), Refusal.HOLD_EXPIRED);
    assertFree(1, 2);
  }

  @Test
  void hold_ofOneLapsedSeat_leavesTheOthersFree() {
    held("alice", 1, 2, 3);
    clock.advance(Shows.TTL);
    Claim bobs = held("bob", 2);
    Claim carols = held("carol", 1);
    assertHeld(bobs);
    assertHeld(carols);
    assertFree(3);
  }

  @Test
  void confirm_lapsedHoldThatNobodyTook_isBooked() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    clock.advance(Shows.TTL.plusDays(1));
    assertThat(confirm(claim, payment)).isEqualTo(new Applied(HoldState.CONFIRMED, 0));
    assertBooked(claim);
    assertRefused(hold(claim("bob", 2)), Refusal.SEATS_BOOKED, 2);
  }

  @Test
  void booking_afterAnyTime_keepsItsSeats() {
    Claim claim = booked("alice", 1, 2);
    clock.advance(Duration.ofDays(20));
    assertBooked(claim);
    assertRefused(hold(claim("bob", 1)), Refusal.SEATS_BOOKED, 1);
    assertRefused(expire(claim), Refusal.HOLD_CONFIRMED);
  }

  @Test
  void expire_atTheEnd_endsTheHold() {
    Claim claim = held("alice", 1, 2);
    clock.advance(Shows.TTL);
    assertThat(expire(claim)).isEqualTo(new Applied(HoldState.EXPIRED, 0));
    assertThat(expire(claim)).isEqualTo(new Applied(HoldState.EXPIRED, 0));
    assertThat(found(claim).state()).isEqualTo(HoldState.EXPIRED);
    assertFree(1, 2);
  }

  @Test
  void expire_whenSeatsAreTaken_leavesThemToTheirTaker() {
    Claim lapsed = held("alice", 1, 2);
    clock.advance(Shows.TTL);
    Claim bobs = held("bob", 1);
    Claim carols = booked("carol", 2);
    assertApplied(expire(lapsed), HoldState.EXPIRED);
    assertHeld(bobs);
    assertBooked(carols);
  }

  @Test
  void lapsed_listsHoldsWhoseTimeRanOut() {
    Claim first = held("alice", 1, 2);
    clock.advance(Duration.ofMinutes(1));
    Claim second = held("bob", 3);
    booked("carol", 4);
    clock.advance(Shows.TTL.minusMinutes(1).minus(TICK));
    assertThat(lapsedHere()).isEmpty();
    clock.advance(TICK);
    assertThat(lapsedHere()).containsExactly(first);
    clock.advance(Duration.ofMinutes(1));
    assertThat(lapsedHere()).containsExactlyInAnyOrder(first, second);
    assertApplied(expire(first), HoldState.EXPIRED);
    held("dave", 3);
    assertThat(lapsedHere()).isEmpty();
  }

  @Test
  void lapsed_moreThanTheLimit_listsNoMore() {
    held("alice", 1);
    held("bob", 2);
    held("carol", 3);
    clock.advance(Shows.TTL);
    assertThat(store.seats().lapsed(2)).hasSize(2);
    assertThat(store.seats().lapsed(0)).isEmpty();
  }

  private List<Claim> lapsedHere() {
    return store.seats().lapsed(Integer.MAX_VALUE).stream()
        .filter(claim -> claim.show().equals(show))
        .toList();
  }
}
