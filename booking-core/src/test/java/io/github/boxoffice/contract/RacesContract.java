package io.github.boxoffice.contract;

import static io.github.boxoffice.contract.StoreContract.assertApplied;
import static io.github.boxoffice.contract.StoreContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Two or three changes of the same hold at the same moment, over and over on fresh seats. */
public abstract class RacesContract extends Contest {
  /** Runs a race again and again; it has the three seats from the number that it is given. */
  private void rounds(IntConsumer race) {
    int rounds = setting().rounds();
    show = Shows.open(store.catalog(), 3 * rounds);
    for (int round = 0; round < rounds; round++) {
      race.accept(3 * round);
    }
  }

  @Test
  void confirm_racingWithTakersOfALapsedHold_eitherWins() {
    rounds(
        a -> {
          Claim lapsed = held("alice", a, a + 1);
          HoldPayment payment = paying(lapsed);
          clock.advance(Shows.TTL);
          Claim bobs = claim("bob", a + 1, a + 2);
          Claim carols = claim("carol", a);
          List<ChangeResult> answers = race(confirm(lapsed, payment), take(bobs), take(carols));
          if (isApplied(answers.get(0))) {
            assertRefused(answers.get(1), Refusal.SEATS_BOOKED, a + 1);
            assertRefused(answers.get(2), Refusal.SEATS_BOOKED, a);
            assertSeats(lapsed, SeatState.BOOKED);
          } else {
            assertRefused(answers.get(0), Refusal.HOLD_EXPIRED);
            assertApplied(answers.get(1), HoldState.HELD);
            assertApplied(answers.get(2), HoldState.HELD);
            assertSeats(bobs, SeatState.HELD);
            assertSeats(carols, SeatState.HELD);
            assertThat(payment(payment).state()).isEqualTo(PaymentState.PENDING);
          }
        });
  }

  @Test
  void confirm_twoHoldsWithOnePayment_booksOne() {
    rounds(
        a -> {
          Claim first = held("alice", a);
          HoldPayment payment = paying(first);
          Claim second = held("bob", a + 1);
          List<ChangeResult> answers = race(confirm(first, payment), confirm(second, payment));
          boolean firstWon = isApplied(answers.get(0));
          assertApplied(answers.get(firstWon ? 0 : 1), HoldState.CONFIRMED);
          assertRefused(answers.get(firstWon ? 1 : 0), Refusal.PAYMENT_UNUSABLE);
          assertSeats(first, firstWon ? SeatState.BOOKED : SeatState.HELD);
          assertSeats(second, firstWon ? SeatState.HELD : SeatState.BOOKED);
          assertThat(payment(payment).claim()).isEqualTo(firstWon ? first : second);
        });
  }

  @Test
  void confirm_racingWithRelease_oneWins() {
    rounds(
        a -> {
          Claim claim = held("alice", a, a + 1);
          oneWins(
              race(confirmPaidOutside(claim), new SeatChange.Release(claim)),
              Refusal.HOLD_RELEASED,
              Refusal.HOLD_CONFIRMED);
        });
  }

  @Test
  void confirm_racingWithExpire_oneWins() {
    rounds(
        a -> {
          Claim claim = held("alice", a, a + 1);
          HoldPayment payment = paying(claim);
          clock.advance(Shows.TTL);
          oneWins(
              race(confirm(claim, payment), new SeatChange.Expire(claim)),
              Refusal.HOLD_EXPIRED,
              Refusal.HOLD_CONFIRMED);
        });
  }

  @Test
  void confirm_racingWithDecline_oneWins() {
    rounds(
        a -> {
          Claim claim = held("alice", a, a + 1);
          HoldPayment payment = paying(claim);
          boolean booked =
              oneWins(
                  race(confirm(claim, payment), new SeatChange.Decline(claim, payment.id(), true)),
                  Refusal.HOLD_RELEASED,
                  Refusal.PAYMENT_UNUSABLE);
          assertThat(payment(payment).state())
              .isEqualTo(booked ? PaymentState.CAPTURED : PaymentState.DECLINED);
        });
  }

  @Test
  void confirm_racingWithARefundOfItsPayment_oneWins() {
    rounds(
        a -> {
          Claim claim = held("alice", a);
          HoldPayment payment = paying(claim);
          Callable<Boolean> confirm = () -> isApplied(insist(confirm(claim, payment)));
          Callable<Boolean> refund =
              () ->
                  store.payments().move(payment.id(), PaymentState.PENDING, PaymentState.REFUNDING);
          List<Boolean> won = crowd.all(List.of(confirm, refund));
          assertThat(won).containsExactlyInAnyOrder(true, false);
          assertThat(payment(payment).state())
              .isEqualTo(won.get(0) ? PaymentState.CAPTURED : PaymentState.REFUNDING);
          assertSeats(claim, won.get(0) ? SeatState.BOOKED : SeatState.HELD);
        });
  }

  @Test
  void pay_racingWithRelease_oneWins() {
    rounds(
        a -> {
          Claim claim = held("alice", a, a + 1);
          HoldPayment payment = Shows.payment();
          boolean paying =
              oneWins(
                  race(pay(claim, payment), new SeatChange.Release(claim)),
                  Refusal.HOLD_RELEASED,
                  Refusal.PAYMENT_IN_PROGRESS);
          assertThat(store.payments().find(payment.id()).isPresent()).isEqualTo(paying);
        });
  }

  @Test
  void pay_racingWithHoldingTheSeatsAgain_oneWins() {
    rounds(
        a -> {
          Claim first = held("alice", a, a + 1);
          Claim second = claim("alice", a + 1, a + 2);
          HoldPayment payment = Shows.payment();
          List<ChangeResult> answers = race(pay(first, payment), take(second));
          if (isApplied(answers.get(0))) {
            assertRefused(answers.get(1), Refusal.SEATS_HELD, a + 1);
            assertSeats(first, SeatState.HELD);
          } else {
            assertRefused(answers.get(0), Refusal.HOLD_RELEASED);
            assertApplied(answers.get(1), HoldState.HELD);
            assertSeats(second, SeatState.HELD);
            assertThat(store.payments().find(payment.id())).isEmpty();
          }
        });
  }

  @Test
  void expire_racingWithTakers_leavesThemTheirSeats() {
    rounds(
        a -> {
          Claim lapsed = held("alice", a, a + 1);
          clock.advance(Shows.TTL);
          Claim bobs = claim("bob", a + 1, a + 2);
          Claim carols = claim("carol", a);
          List<ChangeResult> answers =
              race(new SeatChange.Expire(lapsed), take(bobs), take(carols));
          assertApplied(answers.get(0), HoldState.EXPIRED);
          assertApplied(answers.get(1), HoldState.HELD);
          assertApplied(answers.get(2), HoldState.HELD);
          assertSeats(bobs, SeatState.HELD);
          assertSeats(carols, SeatState.HELD);
        });
  }

  @Test
  void hold_sameCallManyTimesAtOnce_hasOneEffect() {
    rounds(
        a -> {
          Claim claim = claim("alice", a, a + 1);
          List<ChangeResult> answers = race(Collections.nCopies(6, take(claim)));
          assertApplied(answers.get(0), HoldState.HELD);
          assertThat(answers).containsOnly(answers.get(0));
          assertSeats(claim, SeatState.HELD);
        });
  }

  /** Whoever comes second is refused, and keeps what they had. */
  @Test
  void hold_sameIdForOtherSeatsAtOnce_hasOneEffect() {
    rounds(
        a -> {
          List<Claim> before = List.of(held("alice", a), held("alice", a + 1));
          Claim one = claim("alice", a);
          Claim other = new Claim(show, one.id(), "alice", SeatSet.of(a + 1));
          List<ChangeResult> answers = race(take(one), take(other));
          int winner = isApplied(answers.get(0)) ? 0 : 1;
          assertApplied(answers.get(winner), HoldState.HELD);
          assertRefused(answers.get(1 - winner), Refusal.ID_REUSED);
          assertThat(state(before.get(winner))).isEqualTo(HoldState.RELEASED);
          assertThat(state(before.get(1 - winner))).isEqualTo(HoldState.HELD);
          assertSeats(before.get(1 - winner), SeatState.HELD);
          assertSeats(winner == 0 ? one : other, SeatState.HELD);
        });
  }

  @Test
  void hold_ownSeatsTwiceAtOnce_leavesOneHold() {
    rounds(
        a -> {
          Claim before = held("alice", a, a + 1);
          Claim one = claim("alice", a, a + 1);
          Claim other = claim("alice", a + 1, a + 2);
          race(take(one), take(other)).forEach(answer -> assertApplied(answer, HoldState.HELD));
          assertThat(state(before)).isEqualTo(HoldState.RELEASED);
          assertThat(List.of(state(one), state(other)))
              .containsExactlyInAnyOrder(HoldState.HELD, HoldState.RELEASED);
          assertSeats(state(one) == HoldState.HELD ? one : other, SeatState.HELD);
        });
  }

  @Test
  void cancel_twiceAtOnceAndATaker_freesTheSeatsOnce() {
    rounds(
        a -> {
          Claim claim = held("alice", a, a + 1);
          HoldPayment payment = paying(claim);
          assertApplied(insist(confirm(claim, payment)), HoldState.CONFIRMED);
          SeatChange cancel = new SeatChange.Cancel(claim);
          Claim bobs = claim("bob", a + 1, a + 2);
          List<ChangeResult> answers = race(cancel, cancel, take(bobs));
          assertApplied(answers.get(0), HoldState.CANCELLED);
          assertApplied(answers.get(1), HoldState.CANCELLED);
          assertThat(payment(payment).state()).isEqualTo(PaymentState.REFUNDING);
          Optional<SeatStatus> taken =
              isApplied(answers.get(2))
                  ? Optional.of(new SeatStatus(SeatState.HELD, bobs.id()))
                  : Optional.empty();
          assertThat(store.seats().seats(show).get(a + 1)).isEqualTo(taken.orElse(SeatStatus.FREE));
        });
  }

  private List<ChangeResult> race(List<SeatChange> changes) {
    return race(changes.toArray(SeatChange[]::new));
  }

  /** Exactly one, and the other is told why; answers whether it was the first. */
  private boolean oneWins(List<ChangeResult> answers, Refusal ifFirstLost, Refusal ifSecondLost) {
    boolean first = isApplied(answers.get(0));
    assertThat(answers).filteredOn(Contest::isApplied).hasSize(1);
    assertRefused(answers.get(first ? 1 : 0), first ? ifSecondLost : ifFirstLost);
    return first;
  }

  private PaymentRecord payment(HoldPayment payment) {
    return store.payments().find(payment.id()).orElseThrow();
  }

  private void assertSeats(Claim claim, SeatState state) {
    List<SeatStatus> seats = store.seats().seats(show);
    SeatStatus expected = new SeatStatus(state, claim.id());
    claim.seats().stream()
        .forEach(seat -> assertThat(seats.get(seat)).as("seat %s", seat).isEqualTo(expected));
  }
}
