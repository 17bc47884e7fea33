package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A user may hold their own seats again, and not for ever. */
public abstract class OwnSeatsContract extends SeatChangeContract {
  @Test
  void hold_ownSeats_replacesTheEarlierHoldAsAWhole() {
    Claim first = held("alice", 1, 2, 3);
    Claim second = held("alice", 3, 4);
    assertThat(found(first).state()).isEqualTo(HoldState.RELEASED);
    assertHeld(second);
    assertFree(1, 2);
    assertRefused(confirmPaidOutside(first, Shows.payment()), Refusal.HOLD_RELEASED);
    assertRefused(hold(first), Refusal.HOLD_RELEASED);
  }

  @Test
  void hold_ownSeatsOfTwoHolds_replacesBoth() {
    Claim first = held("alice", 1, 2);
    Claim second = held("alice", 3, 4);
    Claim both = held("alice", 2, 3);
    assertThat(found(first).state()).isEqualTo(HoldState.RELEASED);
    assertThat(found(second).state()).isEqualTo(HoldState.RELEASED);
    assertHeld(both);
    assertFree(1, 4);
  }

  @Test
  void hold_otherSeatsOfTheSameUser_leavesTheEarlierHold() {
    Claim first = held("alice", 1, 2);
    Claim second = held("alice", 3, 4);
    assertHeld(first);
    assertHeld(second);
  }

  @Test
  void hold_ownSeats_keepsSinceWhenTheClaimBegan() {
    long began = clock.millis();
    held("alice", 1, 2);
    clock.advance(Duration.ofMinutes(2));
    held("alice", 3);
    clock.advance(Duration.ofMinutes(2));
    Claim replaced = held("alice", 2, 3);
    assertThat(found(replaced).term().since()).isEqualTo(began);
    assertThat(found(replaced).term().until()).isEqualTo(inMillis(Shows.TTL));
  }

  @Test
  void hold_ownSeatsAgainAndAgain_endsAtTheLongest() {
    long end = inMillis(Shows.LONGEST);
    held("alice", 1);
    clock.advance(Duration.ofMinutes(6));
    held("alice", 1);
    clock.advance(Duration.ofMinutes(6));
    Claim third = claim("alice", 1);
    assertThat(hold(third)).isEqualTo(new Applied(HoldState.HELD, end));
    clock.advance(Duration.ofMinutes(3).minusMillis(1));
    Claim last = claim("alice", 1);
    assertThat(hold(last)).isEqualTo(new Applied(HoldState.HELD, end));
    clock.advance(Duration.ofMillis(1));
    assertFree(1);
    assertHeld(held("bob", 1));
  }

  @Test
  void hold_ownSeatsThatLapsed_beginsAnew() {
    Claim first = held("alice", 1);
    clock.advance(Shows.TTL);
    Claim second = held("alice", 1);
    assertThat(found(first).state()).isEqualTo(HoldState.EXPIRED);
    assertThat(found(second).term().since()).isEqualTo(clock.millis());
  }

  @Test
  void hold_ownSeatsThatWereReleased_beginsAnew() {
    Claim first = held("alice", 1);
    clock.advance(Duration.ofMinutes(1));
    assertApplied(release(first), HoldState.RELEASED);
    assertThat(found(held("alice", 1)).term().since()).isEqualTo(clock.millis());
  }

  @Test
  void hold_ownSeatsWithAPaymentOnItsWay_isRefused() {
    Claim first = held("alice", 1, 2);
    paying(first);
    assertRefused(hold(claim("alice", 2, 3)), Refusal.SEATS_HELD, 2);
    assertHeld(first);
    assertFree(3);
  }

  @Test
  void hold_ownSeatsAfterADecline_replacesTheHold() {
    Claim first = held("alice", 1, 2);
    assertApplied(decline(first, paying(first), false), HoldState.HELD);
    Claim second = held("alice", 2, 3);
    assertThat(found(first).state()).isEqualTo(HoldState.RELEASED);
    assertHeld(second);
  }

  /** A payment may prolong a hold beyond the longest; a new hold would end before it began. */
  @Test
  void hold_ownSeatsAfterTheLongest_isRefusedAndKeepsTheHold() {
    Claim first = held("alice", 1, 2);
    clock.advance(Duration.ofMinutes(6));
    assertApplied(extend(first), HoldState.HELD);
    clock.advance(Duration.ofMinutes(6));
    assertApplied(extend(first), HoldState.HELD);
    clock.advance(Duration.ofMinutes(3).minusMillis(1));
    assertApplied(decline(first, paying(first), false), HoldState.HELD);
    clock.advance(Duration.ofMillis(1));
    Claim second = claim("alice", 2, 3);
    assertRefused(hold(second), Refusal.EXTENSION_LIMIT);
    assertHeld(first);
    assertFree(3);
    assertThat(store.seats().find(show, second.id())).isEmpty();
  }

  @Test
  void hold_ownBookedSeats_isRefused() {
    Claim booking = booked("alice", 1, 2);
    assertRefused(hold(claim("alice", 2, 3)), Refusal.SEATS_BOOKED, 2);
    assertBooked(booking);
  }

  @Test
  void hold_ownSeatsAndOneOfAnother_isRefusedAndKeepsTheEarlierHold() {
    Claim first = held("alice", 1, 2);
    Claim bobs = held("bob", 3);
    assertRefused(hold(claim("alice", 1, 2, 3)), Refusal.SEATS_HELD, 3);
    assertHeld(first);
    assertHeld(bobs);
    assertThat(found(first).state()).isEqualTo(HoldState.HELD);
  }

  @Test
  void hold_ownSeatsUnderAUsedId_keepsTheEarlierHold() {
    Claim first = held("alice", 1, 2);
    Claim other = held("alice", 5);
    assertRefused(hold(sameId(other, "alice", 1, 2)), Refusal.ID_REUSED);
    assertHeld(first);
    assertHeld(other);
  }
}
