package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is risky where a store makes many changes at once: that of some only a part is made, that
 * one spoils the others, and that the order of arrival is lost.
 */
public abstract class BigBatchContract extends StoreContract {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** A show with room for many who do not want the same. */
  private ShowId opened(int seats) {
    return Shows.open(store.catalog(), seats);
  }

  /** Holds of two seats each, in a show of their own, that nothing is in the way of. */
  private List<SeatChange> plain(int many) {
    ShowId room = opened(2 * many);
    List<SeatChange> holds = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      holds.add(take(Shows.claim(room, "user" + i, 2 * i, 2 * i + 1)));
    }
    return holds;
  }

  /** Asks for one change in the midst of many, and answers what became of it. */
  private ChangeResult among(SeatChange change) {
    List<SeatChange> batch = plain(10);
    batch.add(5, change);
    List<ChangeResult> results = new ArrayList<>(store.seats().applyAll(batch));
    ChangeResult result = results.remove(5);
    batch.remove(5);
    for (int i = 0; i < batch.size(); i++) {
      assertApplied(results.get(i), HoldState.HELD);
      assertThat(found(batch.get(i).claim()).state()).isEqualTo(HoldState.HELD);
    }
    assertThat(store.seats().countFree(batch.get(0).claim().show())).isZero();
    return result;
  }

  @Test
  void hold_oneSeatOfSeveralTaken_leavesNothingBehind() {
    Claim bobs = held("bob", 2);
    Claim daves = booked("dave", 5);
    Claim alices = claim("alice", 1, 2, 3);
    assertRefused(among(take(alices)), Refusal.SEATS_HELD, 2);
    assertRefused(among(take(claim("alice", 0, 2, 4, 5, 6))), Refusal.SEATS_BOOKED, 2, 5);
    assertThat(store.seats().find(show, alices.id())).isEmpty();
    assertFree(0, 1, 3, 4, 6, 7);
    assertHeld(bobs);
    assertBooked(daves);
    // Nor anything that the same id would bring to light.
    assertApplied(hold(sameId(alices, "alice", 6)), HoldState.HELD);
    assertFree(0, 1, 3, 4, 7);
  }

  @Test
  void hold_whatDoesNotExist_isRefusedAmongMany() {
    assertRefused(among(take(claim("frank", 0, SEATS))), Refusal.NO_SUCH_SEAT);
    Claim nowhere = Shows.claim(new ShowId(Long.MAX_VALUE), "eve", 0);
    assertRefused(among(take(nowhere)), Refusal.NO_SUCH_SHOW);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
  }

  @Test
  void hold_repeated_hasTheAnswerOfTheFirst() {
    Claim claim = claim("alice", 1, 2);
    ChangeResult first = hold(claim);
    clock.advance(Duration.ofSeconds(1));
    assertThat(among(take(claim))).isEqualTo(first);
    assertRefused(among(take(sameId(claim, "alice", 1))), Refusal.ID_REUSED);
    assertRefused(among(take(sameId(claim, "alice", 5))), Refusal.ID_REUSED);
    assertRefused(among(take(sameId(claim, "bob", 1, 2))), Refusal.ID_REUSED);
    assertApplied(release(claim), HoldState.RELEASED);
    assertRefused(among(take(claim)), Refusal.HOLD_RELEASED);
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
  }

  @Test
  void hold_lapsedSeats_areTaken() {
    Claim lapsed = held("bob", 1, 2);
    Claim half = held("carol", 3, 4);
    clock.advance(Shows.TTL);
    Claim alices = claim("alice", 0, 1, 2, 3);
    assertApplied(among(take(alices)), HoldState.HELD);
    assertThat(found(lapsed).state()).isEqualTo(HoldState.EXPIRED);
    assertThat(found(half).state()).isEqualTo(HoldState.EXPIRED);
    assertHeld(alices);
    assertFree(4, 5, 6, 7);
  }

  @Test
  void hold_lapsedSeatsWantedByMany_goToTheFirst() {
    held("bob", 1, 2);
    clock.advance(Shows.TTL);
    List<SeatChange> batch = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      batch.add(take(claim("user" + i, 1, 2)));
    }
    List<ChangeResult> results = store.seats().applyAll(batch);
    assertApplied(results.get(0), HoldState.HELD);
    results.subList(1, 30).forEach(other -> assertRefused(other, Refusal.SEATS_HELD, 1, 2));
    assertHeld(batch.get(0).claim());
  }

  @Test
  void hold_ownSeats_replacesTheHold() {
    Claim first = held("alice", 1, 2);
    clock.advance(Duration.ofMinutes(1));
    Claim second = claim("alice", 2, 3);
    assertApplied(among(take(second)), HoldState.HELD);
    assertThat(found(first).state()).isEqualTo(HoldState.RELEASED);
    assertThat(found(second).term().since()).isEqualTo(found(first).term().since());
    assertHeld(second);
    assertFree(1);
  }

  @Test
  void hold_seatOfAHoldThatIsReplaced_isFreeForWhoComesNext() {
    held("alice", 1, 2);
    Claim second = claim("alice", 2, 3);
    Claim bobs = claim("bob", 1);
    List<ChangeResult> results =
        store.seats().applyAll(List.of(take(second), take(claim("carol", 2)), take(bobs)));
    assertApplied(results.get(0), HoldState.HELD);
    assertRefused(results.get(1), Refusal.SEATS_HELD, 2);
    assertApplied(results.get(2), HoldState.HELD);
    assertHeld(second);
    assertHeld(bobs);
  }

  /** The second loses to the first, so the third is not in its way; the fourth and fifth lose. */
  @Test
  void hold_rivalsAroundABooking_areDecidedInOrder() {
    booked("dave", 0);
    List<Claim> claims =
        List.of(
            claim("alice", 0, 1),
            claim("bob", 1, 2),
            claim("carol", 2, 3),
            claim("erin", 3, 4),
            claim("frank", 0, 2, 4),
            claim("grace", 5));
    List<ChangeResult> results =
        store.seats().applyAll(claims.stream().map(BigBatchContract::take).toList());
    assertRefused(results.get(0), Refusal.SEATS_BOOKED, 0);
    assertApplied(results.get(1), HoldState.HELD);
    assertRefused(results.get(2), Refusal.SEATS_HELD, 2);
    assertApplied(results.get(3), HoldState.HELD);
    assertRefused(results.get(4), Refusal.SEATS_BOOKED, 0, 2, 4);
    assertApplied(results.get(5), HoldState.HELD);
  }

  @Test
  void confirm_manyAtOnce_eachSpendsItsPayment() {
    List<SeatChange> holds = plain(10);
    store.seats().applyAll(holds);
    List<SeatChange> pays = new ArrayList<>();
    List<SeatChange> confirms = new ArrayList<>();
    for (SeatChange hold : holds) {
      HoldPayment payment = Shows.payment();
      pays.add(new SeatChange.Pay(hold.claim(), payment, LIMIT));
      confirms.add(new SeatChange.Confirm(hold.claim(), payment, false));
    }
    for (ChangeResult paid : store.seats().applyAll(pays)) {
      assertThat(paid).isEqualTo(new ChangeResult.Applied(HoldState.HELD, inMillis(LIMIT)));
    }
    for (ChangeResult confirmed : store.seats().applyAll(confirms)) {
      assertThat(confirmed).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    }
    for (SeatChange confirm : confirms) {
      HoldPayment payment = ((SeatChange.Confirm) confirm).payment();
      assertThat(state(payment)).isEqualTo(PaymentState.CAPTURED);
      assertThat(found(confirm.claim()).payment()).isEqualTo(payment);
    }
    // The same again has no second effect.
    assertThat(store.seats().applyAll(confirms))
        .containsOnly(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
  }

  /** Each of its own, and more of them than a store may want to send at once. */
  @Test
  void confirm_manyPaidOutside_eachKeepsItsPayment() {
    List<SeatChange> holds = plain(220);
    store.seats().applyAll(holds);
    List<SeatChange> confirms = new ArrayList<>();
    for (SeatChange hold : holds) {
      String currency = confirms.size() % 2 == 0 ? "EUR" : "USD";
      Money amount = Money.of(1_000 + confirms.size(), currency);
      HoldPayment payment = new HoldPayment(Shows.payment().id(), amount);
      confirms.add(new SeatChange.Confirm(hold.claim(), payment, true));
    }
    assertThat(store.seats().applyAll(confirms))
        .containsOnly(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    for (SeatChange confirm : confirms) {
      assertThat(found(confirm.claim()).payment())
          .isEqualTo(((SeatChange.Confirm) confirm).payment());
    }
    // The same again has no second effect, and what is wrong does not spoil it.
    Claim other = holds.get(0).claim();
    confirms.set(0, new SeatChange.Confirm(other, Shows.payment(), true));
    List<ChangeResult> again = store.seats().applyAll(confirms);
    assertRefused(again.get(0), Refusal.HOLD_CONFIRMED);
    again.subList(1, 220).forEach(result -> assertApplied(result, HoldState.CONFIRMED));
  }

  /** More than a store may want to send to its database at once. */
  @Test
  void hundredsOfEachKind_atOnce_areMade() {
    List<SeatChange> held = plain(400);
    store.seats().applyAll(held);
    List<SeatChange> batch = new ArrayList<>(plain(300));
    for (int i = 0; i < 400; i++) {
      Claim claim = held.get(i).claim();
      batch.add(
          i < 200
              ? new SeatChange.Pay(claim, Shows.payment(), LIMIT)
              : new SeatChange.Confirm(claim, Shows.payment(), true));
    }
    List<ChangeResult> results = store.seats().applyAll(batch);
    results.subList(0, 500).forEach(result -> assertApplied(result, HoldState.HELD));
    results.subList(500, 700).forEach(result -> assertApplied(result, HoldState.CONFIRMED));
    assertThat(store.seats().countFree(batch.get(0).claim().show())).isZero();
  }

  @Test
  void confirm_wrongly_isRefusedAmongMany() {
    Claim claim = held("alice", 1, 2);
    HoldPayment payment = paying(claim);
    Claim others = held("bob", 3);
    HoldPayment dearer = new HoldPayment(payment.id(), Money.of(1251, "EUR"));
    HoldPayment foreign = new HoldPayment(payment.id(), Money.of(1250, "USD"));
    for (HoldPayment wrong : List.of(dearer, foreign, Shows.payment())) {
      assertRefused(
          among(new SeatChange.Confirm(claim, wrong, false)), Refusal.PAYMENT_IN_PROGRESS);
      assertRefused(among(new SeatChange.Confirm(others, wrong, false)), Refusal.PAYMENT_UNUSABLE);
    }
    for (Claim wrong : List.of(sameId(claim, "mallory", 1, 2), sameId(claim, "alice", 1))) {
      assertRefused(among(new SeatChange.Confirm(wrong, payment, false)), Refusal.ID_REUSED);
      assertRefused(among(new SeatChange.Confirm(wrong, payment, true)), Refusal.ID_REUSED);
    }
    assertThat(state(payment)).isEqualTo(PaymentState.PENDING);
    assertApplied(among(new SeatChange.Confirm(claim, payment, false)), HoldState.CONFIRMED);
    assertRefused(among(new SeatChange.Confirm(others, payment, false)), Refusal.PAYMENT_UNUSABLE);
    assertHeld(others);
  }

  @Test
  void confirm_paidOutsideByWhatIsKnown_isRefusedAmongMany() {
    Claim claim = held("alice", 1, 2);
    HoldPayment known = paying(held("bob", 3));
    assertRefused(among(new SeatChange.Confirm(claim, known, true)), Refusal.PAYMENT_UNUSABLE);
    assertHeld(claim);
    assertApplied(among(new SeatChange.Confirm(claim, Shows.payment(), true)), HoldState.CONFIRMED);
    assertBooked(claim);
  }

  @Test
  void pay_whatCannotBePaid_isRefusedAmongMany() {
    Claim claim = held("alice", 1, 2);
    HoldPayment known = paying(held("bob", 3));
    Claim lapsed = held("carol", 4);
    assertRefused(among(new SeatChange.Pay(claim, known, LIMIT)), Refusal.PAYMENT_UNUSABLE);
    assertThat(found(claim).payment()).isNull();
    HoldPayment payment = paying(claim);
    assertApplied(among(new SeatChange.Pay(claim, payment, LIMIT)), HoldState.HELD);
    assertRefused(
        among(new SeatChange.Pay(claim, Shows.payment(), LIMIT)), Refusal.PAYMENT_IN_PROGRESS);
    clock.advance(Shows.TTL);
    HoldPayment late = Shows.payment();
    assertRefused(among(new SeatChange.Pay(lapsed, late, LIMIT)), Refusal.HOLD_EXPIRED);
    assertThat(store.payments().find(late.id())).isEmpty();
  }

  @Test
  void pay_again_prolongsOnlyOnce() {
    Claim claim = held("alice", 1, 2);
    HoldPayment first = Shows.payment();
    among(new SeatChange.Pay(claim, first, LIMIT));
    among(new SeatChange.Decline(claim, first.id(), false));
    clock.advance(Duration.ofMinutes(1));
    ChangeResult again = among(new SeatChange.Pay(claim, Shows.payment(), LIMIT));
    assertThat(again)
        .isEqualTo(
            new ChangeResult.Applied(HoldState.HELD, inMillis(LIMIT.minus(Duration.ofMinutes(1)))));
  }

  @Test
  void onePaymentForTwo_buysTheFirst() {
    Claim first = held("alice", 1);
    Claim second = held("alice", 2);
    HoldPayment payment = Shows.payment();
    List<ChangeResult> results =
        store
            .seats()
            .applyAll(
                List.of(
                    new SeatChange.Pay(first, payment, LIMIT),
                    new SeatChange.Pay(second, payment, LIMIT),
                    new SeatChange.Confirm(second, payment, false),
                    new SeatChange.Confirm(first, payment, false)));
    assertApplied(results.get(0), HoldState.HELD);
    assertRefused(results.get(1), Refusal.PAYMENT_UNUSABLE);
    assertApplied(results.get(2), HoldState.CONFIRMED);
    assertRefused(results.get(3), Refusal.PAYMENT_UNUSABLE);
  }

  /** Texts that would end a text, or a table, somewhere on the way to the store. */
  @Test
  void hold_byUsersOfAnyName_isKeptAsItIs() {
    ShowId room = opened(100);
    List<SeatChange> batch = new ArrayList<>();
    List<String> names =
        Arrays.asList(
            "",
            "\"",
            "'",
            "\\",
            "a\\\"b",
            "{a,b}",
            "NULL",
            "null",
            "[1]",
            "a,b",
            "a b ",
            "A B ",
            "\n\t\r",
            "\u0001",
            "ä€\uD83C\uDFAD",
            "%s $1 ?",
            "x".repeat(200));
    for (String name : names) {
      batch.add(take(Shows.claim(room, name, batch.size())));
    }
    store.seats().applyAll(batch).forEach(result -> assertApplied(result, HoldState.HELD));
    List<SeatChange> confirms = new ArrayList<>();
    for (SeatChange hold : batch) {
      assertThat(found(hold.claim()).claim()).isEqualTo(hold.claim());
      confirms.add(new SeatChange.Confirm(hold.claim(), Shows.payment(), true));
    }
    store.seats().applyAll(confirms).forEach(done -> assertApplied(done, HoldState.CONFIRMED));
  }

  private static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }
}
