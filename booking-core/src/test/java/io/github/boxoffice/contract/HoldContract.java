package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Term;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Taking seats: all or nothing, the reason of a refusal, and the repeat of a call. */
public abstract class HoldContract extends SeatChangeContract {
  @Test
  void hold_freeSeats_keepsThemForItsTime() {
    Claim claim = claim("alice", 1, 2, 5);
    assertThat(hold(claim)).isEqualTo(new Applied(HoldState.HELD, inMillis(Shows.TTL)));
    assertHeld(claim);
    assertFree(0, 3, 4, 6, 7);
    Term term = new Term(clock.millis(), inMillis(Shows.TTL), false);
    assertThat(found(claim)).isEqualTo(new HoldRecord(claim, HoldState.HELD, term, null));
  }

  @Test
  void hold_allSeatsOfTheShow_keepsThemAll() {
    Claim claim = held("alice", IntStream.range(0, SEATS).toArray());
    assertHeld(claim);
    assertThat(store.seats().countFree(show)).isZero();
  }

  @Test
  void hold_seatsNamedInAnotherOrder_isTheSameClaim() {
    Claim claim = held("alice", 1, 2, 5);
    assertApplied(hold(sameId(claim, "alice", 5, 1, 2)), HoldState.HELD);
  }

  @Test
  void hold_oneSeatHeld_takesNoneAndNamesIt() {
    Claim bobs = held("bob", 3);
    Claim claim = claim("alice", 2, 3, 4);
    assertRefused(hold(claim), Refusal.SEATS_HELD, 3);
    assertHeld(bobs);
    assertFree(2, 4);
    assertThat(store.seats().find(show, claim.id())).isEmpty();
  }

  @Test
  void hold_severalSeatsHeld_namesAllOfThem() {
    held("bob", 1, 3);
    held("carol", 5);
    assertRefused(hold(claim("alice", 0, 1, 2, 3, 4, 5)), Refusal.SEATS_HELD, 1, 3, 5);
  }

  @Test
  void hold_bookedSeat_isRefusedAsBooked() {
    Claim bobs = booked("bob", 3);
    assertRefused(hold(claim("alice", 2, 3)), Refusal.SEATS_BOOKED, 3);
    assertBooked(bobs);
  }

  @Test
  void hold_heldAndBookedSeats_isRefusedAsBookedAndNamesBoth() {
    held("bob", 1);
    booked("carol", 2);
    held("dave", 3);
    assertRefused(hold(claim("alice", 0, 1, 2, 3, 4)), Refusal.SEATS_BOOKED, 1, 2, 3);
  }

  @Test
  void hold_afterARefusal_isFreshUnderTheSameId() {
    Claim bobs = held("bob", 1);
    Claim claim = claim("alice", 1, 2);
    assertRefused(hold(claim), Refusal.SEATS_HELD, 1);
    assertApplied(release(bobs), HoldState.RELEASED);
    assertApplied(hold(claim), HoldState.HELD);
    assertHeld(claim);
  }

  @Test
  void hold_noSuchShow_isRefused() {
    Claim claim = Shows.claim(new ShowId(Long.MAX_VALUE), "alice", 0);
    assertRefused(hold(claim), Refusal.NO_SUCH_SHOW);
    assertRefused(release(claim), Refusal.NO_SUCH_SHOW);
  }

  @Test
  void hold_noSuchSeat_isRefusedAndTakesNone() {
    assertRefused(hold(claim("alice", 0, SEATS)), Refusal.NO_SUCH_SEAT);
    assertFree(0);
  }

  @Test
  void hold_noSuchSeat_standsBeforeAllElse() {
    Claim taken = held("bob", 0);
    assertRefused(hold(claim("alice", 0, SEATS)), Refusal.NO_SUCH_SEAT);
    assertRefused(hold(sameId(taken, "alice", 0, SEATS)), Refusal.NO_SUCH_SEAT);
    assertRefused(release(claim("alice", SEATS)), Refusal.NO_SUCH_SEAT);
  }

  @Test
  void hold_sameSeatOfAnotherShow_isAnotherSeat() {
    Claim alices = held("alice", 0);
    Claim bobs = Shows.claim(Shows.open(store.catalog(), SEATS), "bob", 0);
    assertApplied(hold(bobs), HoldState.HELD);
    assertHeld(alices);
    assertThat(store.seats().seats(bobs.show()).get(0).hold()).isEqualTo(bobs.id());
  }

  @Test
  void hold_again_givesTheSameAnswerAndKeepsItsTime() {
    Claim claim = claim("alice", 1, 2);
    Applied first = (Applied) hold(claim);
    clock.advance(Duration.ofMinutes(1));
    assertThat(hold(claim)).isEqualTo(first);
    assertThat(found(claim).term().until()).isEqualTo(first.until());
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 2);
  }

  @Test
  void hold_againWhenBooked_isRefused() {
    Claim claim = booked("alice", 1);
    assertRefused(hold(claim), Refusal.HOLD_CONFIRMED);
    assertBooked(claim);
  }

  @Test
  void hold_sameIdOtherSeats_isRefused() {
    Claim claim = held("alice", 1, 2);
    assertRefused(hold(sameId(claim, "alice", 1)), Refusal.ID_REUSED);
    assertRefused(hold(sameId(claim, "alice", 2, 3)), Refusal.ID_REUSED);
    assertRefused(hold(sameId(claim, "alice", 6, 7)), Refusal.ID_REUSED);
    assertHeld(claim);
    assertFree(3, 6, 7);
  }

  @Test
  void hold_sameIdOtherUser_isRefused() {
    Claim claim = held("alice", 1, 2);
    assertRefused(hold(sameId(claim, "bob", 1, 2)), Refusal.ID_REUSED);
    assertThat(found(claim).claim().user()).isEqualTo("alice");
  }

  @Test
  void hold_sameIdOtherSeatsThatAreTaken_isRefusedForItsId() {
    Claim claim = held("alice", 1);
    booked("bob", 2);
    assertRefused(hold(sameId(claim, "alice", 2)), Refusal.ID_REUSED);
  }

  @Test
  void change_sameIdOtherClaim_isRefused() {
    Claim claim = held("alice", 1, 2);
    Claim other = sameId(claim, "alice", 1);
    assertRefused(extend(other), Refusal.ID_REUSED);
    assertRefused(pay(other, Shows.payment()), Refusal.ID_REUSED);
    assertRefused(confirmPaidOutside(other, Shows.payment()), Refusal.ID_REUSED);
    assertRefused(release(sameId(claim, "bob", 1, 2)), Refusal.ID_REUSED);
    assertHeld(claim);
  }

  @Test
  void hold_oddUserNames_areKeptAsTheyAre() {
    Claim claim =
        new Claim(show, HoldId.random(), "Zoë O'Brien; DROP TABLE seats --\u6f22", SeatSet.of(0));
    assertApplied(hold(claim), HoldState.HELD);
    assertThat(found(claim).claim()).isEqualTo(claim);
  }
}
