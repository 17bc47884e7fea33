package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import org.junit.jupiter.api.Test;

/** A lease that lapsed without its holder's knowing must not write any more. */
public abstract class FenceContract extends SeatChangeContract {
  @Test
  void hold_lowerFence_isRefusedWhileTheSeatIsHeld() {
    held(7, "bob", 1);
    assertRefused(hold(claim("alice", 0, 1), 6), Refusal.STALE_FENCE, 1);
    assertFree(0);
  }

  @Test
  void hold_lowerFence_isRefusedAfterRelease() {
    assertApplied(release(held(7, "bob", 1, 2)), HoldState.RELEASED);
    assertRefused(hold(claim("alice", 0, 1, 2), 6), Refusal.STALE_FENCE, 1, 2);
    assertFree(0, 1, 2);
  }

  @Test
  void hold_lowerFence_isRefusedAfterTheSeatLapsed() {
    Claim lapsed = held(7, "bob", 1);
    clock.advance(Shows.TTL);
    assertRefused(hold(claim("alice", 1), 6), Refusal.STALE_FENCE, 1);
    assertApplied(expire(lapsed), HoldState.EXPIRED);
    assertRefused(hold(claim("alice", 1), 6), Refusal.STALE_FENCE, 1);
  }

  @Test
  void hold_lowerFence_isRefusedAfterCancel() {
    Claim claim = held(7, "bob", 1);
    assertApplied(confirm(claim, paying(claim)), HoldState.CONFIRMED);
    assertApplied(cancel(claim), HoldState.CANCELLED);
    assertRefused(hold(claim("alice", 1), 6), Refusal.STALE_FENCE, 1);
  }

  @Test
  void hold_equalOrHigherFence_isAccepted() {
    assertApplied(release(held(7, "bob", 1)), HoldState.RELEASED);
    assertApplied(release(held(7, "alice", 1)), HoldState.RELEASED);
    assertHeld(held(8, "carol", 1));
  }

  @Test
  void hold_higherFence_doesNotTakeWhatIsHeld() {
    Claim bobs = held(7, "bob", 1);
    assertRefused(hold(claim("alice", 1), 8), Refusal.SEATS_HELD, 1);
    assertHeld(bobs);
  }

  @Test
  void hold_higherFence_isRememberedForItsSeatsOnly() {
    assertApplied(release(held(9, "bob", 1)), HoldState.RELEASED);
    assertHeld(held(3, "alice", 0, 2));
  }

  @Test
  void hold_refusedWithAHigherFence_isNotRemembered() {
    held(3, "bob", 1);
    assertRefused(hold(claim("alice", 1, 2), 9), Refusal.SEATS_HELD, 1);
    assertHeld(held(4, "carol", 2));
  }

  @Test
  void hold_withoutFence_isAcceptedAndForgetsNone() {
    assertApplied(release(held(7, "bob", 1)), HoldState.RELEASED);
    assertApplied(release(held("alice", 1)), HoldState.RELEASED);
    assertRefused(hold(claim("carol", 1), 6), Refusal.STALE_FENCE, 1);
    assertHeld(held(7, "dave", 1));
  }

  @Test
  void hold_withoutFence_doesNotCarryAFenceToItsNeighbours() {
    assertApplied(release(held(7, "bob", 1)), HoldState.RELEASED);
    assertApplied(release(held("alice", 1, 2)), HoldState.RELEASED);
    assertHeld(held(5, "carol", 2));
  }

  @Test
  void hold_lowerFenceOnABookedSeat_isRefusedAsStaleAndNamesAll() {
    held(7, "bob", 1);
    booked("carol", 2);
    assertRefused(hold(claim("alice", 0, 1, 2), 6), Refusal.STALE_FENCE, 1, 2);
  }

  @Test
  void hold_ownSeatsWithALowerFence_isRefusedAndKeepsThem() {
    Claim first = held(7, "alice", 1, 2);
    assertRefused(hold(claim("alice", 1, 2), 6), Refusal.STALE_FENCE, 1, 2);
    assertHeld(first);
  }

  @Test
  void hold_againWithALowerFence_isTheSameCall() {
    Claim claim = held(7, "alice", 1);
    assertApplied(hold(claim, 6), HoldState.HELD);
    assertApplied(hold(claim, 0), HoldState.HELD);
  }

  @Test
  void highestFence_ofSomeSeats_isTheHighestTheyWereWrittenUnder() {
    assertApplied(release(held(7, "bob", 1)), HoldState.RELEASED);
    assertApplied(release(held(9, "bob", 2)), HoldState.RELEASED);
    held(5, "carol", 0);
    assertThat(store.seats().highestFence(show, SeatSet.of(0))).isEqualTo(5);
    assertThat(store.seats().highestFence(show, SeatSet.of(0, 1))).isEqualTo(7);
    assertThat(store.seats().highestFence(show, SeatSet.of(1, 2, 3))).isEqualTo(9);
  }

  @Test
  void highestFence_whereNothingWasWritten_isZero() {
    assertThat(store.seats().highestFence(show, SeatSet.of(1))).isZero();
    assertThat(store.seats().highestFence(show, SeatSet.of(1_000_000))).isZero();
    assertThat(store.seats().highestFence(new ShowId(Long.MAX_VALUE), SeatSet.of(1))).isZero();
  }

  private Claim held(long fence, String user, int... seats) {
    Claim claim = claim(user, seats);
    assertApplied(hold(claim, fence), HoldState.HELD);
    return claim;
  }
}
