package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many independent changes at once: each has its own answer, in the order of arrival. */
public abstract class BatchContract extends StoreContract {
  @Test
  void applyAll_nothing_answersNothing() {
    assertThat(store.seats().applyAll(List.of())).isEmpty();
  }

  @Test
  void applyAll_rivals_theFirstWins() {
    Claim first = claim("alice", 1, 2);
    Claim second = claim("bob", 2, 3);
    Claim third = claim("carol", 3, 4);
    List<ChangeResult> results = applyAll(take(first), take(second), take(third));
    assertApplied(results.get(0), HoldState.HELD);
    assertRefused(results.get(1), Refusal.SEATS_HELD, 2);
    assertApplied(results.get(2), HoldState.HELD);
    assertHeld(first);
    assertHeld(third);
    assertThat(store.seats().find(show, second.id())).isEmpty();
  }

  @Test
  void applyAll_oneRefused_doesNotTouchTheOthers() {
    Claim booking = booked("dave", 0);
    Claim missing = Shows.claim(new ShowId(Long.MAX_VALUE), "eve", 0);
    Claim good = claim("alice", 1, 2);
    List<ChangeResult> results =
        applyAll(
            take(claim("bob", 0, 5)),
            take(missing),
            take(claim("frank", SEATS)),
            new SeatChange.Release(claim("grace", 3)),
            new SeatChange.Release(booking),
            take(good));
    assertRefused(results.get(0), Refusal.SEATS_BOOKED, 0);
    assertRefused(results.get(1), Refusal.NO_SUCH_SHOW);
    assertRefused(results.get(2), Refusal.NO_SUCH_SEAT);
    assertRefused(results.get(3), Refusal.NO_SUCH_HOLD);
    assertRefused(results.get(4), Refusal.HOLD_CONFIRMED);
    assertApplied(results.get(5), HoldState.HELD);
    assertFree(3, 4, 5, 6, 7);
    assertBooked(booking);
    assertHeld(good);
  }

  @Test
  void applyAll_aLaterChangeSeesAnEarlierOne() {
    Claim bobs = held("bob", 1, 2);
    Claim alices = claim("alice", 2, 3);
    HoldPayment payment = Shows.payment();
    List<ChangeResult> results =
        applyAll(
            new SeatChange.Release(bobs),
            take(alices),
            new SeatChange.Confirm(alices, payment, true),
            take(claim("carol", 3)),
            new SeatChange.Cancel(alices),
            take(claim("dave", 3, 4)));
    assertApplied(results.get(0), HoldState.RELEASED);
    assertApplied(results.get(1), HoldState.HELD);
    assertApplied(results.get(2), HoldState.CONFIRMED);
    assertRefused(results.get(3), Refusal.SEATS_BOOKED, 3);
    assertApplied(results.get(4), HoldState.CANCELLED);
    assertApplied(results.get(5), HoldState.HELD);
    assertFree(1, 2);
  }

  @Test
  void applyAll_oneCallTwice_hasOneEffect() {
    Claim claim = claim("alice", 1);
    List<ChangeResult> results = applyAll(take(claim), take(claim));
    assertThat(results.get(1)).isEqualTo(results.get(0));
    assertHeld(claim);
  }

  @Test
  void applyAll_onePaymentForTwoHolds_buysTheFirst() {
    Claim first = held("alice", 1);
    Claim second = held("alice", 2);
    HoldPayment payment = paying(first);
    List<ChangeResult> results =
        applyAll(
            new SeatChange.Confirm(first, payment, false),
            new SeatChange.Confirm(second, payment, false));
    assertApplied(results.get(0), HoldState.CONFIRMED);
    assertRefused(results.get(1), Refusal.PAYMENT_UNUSABLE);
  }

  @Test
  void applyAll_ownSeatsAgain_replacesTheHoldOfTheSameBatch() {
    Claim first = claim("alice", 1, 2);
    Claim second = claim("alice", 2, 3);
    List<ChangeResult> results = applyAll(take(first), take(second));
    assertApplied(results.get(0), HoldState.HELD);
    assertApplied(results.get(1), HoldState.HELD);
    assertThat(found(first).state()).isEqualTo(HoldState.RELEASED);
    assertHeld(second);
    assertFree(1);
  }

  @Test
  void applyAll_severalShows_areOneBatch() {
    Claim here = claim("alice", 1);
    Claim there = Shows.claim(Shows.open(store.catalog(), 2), "bob", 1);
    for (ChangeResult result : applyAll(take(there), take(here))) {
      assertApplied(result, HoldState.HELD);
    }
    assertHeld(here);
    assertThat(store.seats().seats(there.show()).get(1).hold()).isEqualTo(there.id());
  }

  @Test
  void applyAll_manyRivals_areDecidedInOrder() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      claims.add(claim("user" + i, i % SEATS, (i + 1) % SEATS));
    }
    List<ChangeResult> results =
        store.seats().applyAll(claims.stream().map(BatchContract::take).toList());
    boolean[] taken = new boolean[SEATS];
    for (int i = 0; i < claims.size(); i++) {
      int[] blocked = claims.get(i).seats().stream().filter(seat -> taken[seat]).toArray();
      if (blocked.length > 0) {
        assertRefused(results.get(i), Refusal.SEATS_HELD, blocked);
      } else {
        assertApplied(results.get(i), HoldState.HELD);
        claims.get(i).seats().stream().forEach(seat -> taken[seat] = true);
      }
    }
  }

  private List<ChangeResult> applyAll(SeatChange... changes) {
    return store.seats().applyAll(List.of(changes));
  }

  private static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }
}
