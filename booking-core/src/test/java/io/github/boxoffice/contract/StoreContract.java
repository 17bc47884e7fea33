package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.ChangeResult.Refused;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the contracts of a store have in common: a store, a clock that the test sets, and a show of
 * {@value #SEATS} seats.
 *
 * <p>Every test opens a show of its own, so {@link #open} may return a store that earlier tests
 * have written to.
 */
public abstract class StoreContract {
  /** How many seats the show has. */
  protected static final int SEATS = 8;

  /** The store's clock. */
  protected final SettableClock clock = new SettableClock();

  /** The store under test. */
  protected Store store;

  /** A show of {@link #SEATS} free seats. */
  protected ShowId show;

  /** A store that tells time by this clock. The test closes it. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  final void openStore() {
    store = open(clock);
    show = Shows.open(store.catalog(), SEATS);
  }

  @AfterEach
  final void closeStore() {
    if (store != null) {
      store.close();
    }
  }

  /** In which way changes are asked for. */
  protected Way way() {
    return Way.GUARDED;
  }

  final ChangeResult apply(SeatChange change) {
    return way().apply(store.seats(), change);
  }

  final ChangeResult hold(Claim claim) {
    return hold(claim, 0);
  }

  final ChangeResult hold(Claim claim, long fence) {
    return apply(new SeatChange.Hold(claim, Shows.TERMS, fence));
  }

  final ChangeResult extend(Claim claim) {
    return apply(new SeatChange.Extend(claim, Shows.TERMS));
  }

  final ChangeResult pay(Claim claim, HoldPayment payment) {
    return apply(new SeatChange.Pay(claim, payment, Duration.ofMinutes(1)));
  }

  final ChangeResult decline(Claim claim, HoldPayment payment, boolean release) {
    return apply(new SeatChange.Decline(claim, payment.id(), release));
  }

  final ChangeResult confirm(Claim claim, HoldPayment payment) {
    return apply(new SeatChange.Confirm(claim, payment, false));
  }

  final ChangeResult confirmPaidOutside(Claim claim, HoldPayment payment) {
    return apply(new SeatChange.Confirm(claim, payment, true));
  }

  final ChangeResult release(Claim claim) {
    return apply(new SeatChange.Release(claim));
  }

  final ChangeResult expire(Claim claim) {
    return apply(new SeatChange.Expire(claim));
  }

  final ChangeResult cancel(Claim claim) {
    return apply(new SeatChange.Cancel(claim));
  }

  final Claim claim(String user, int... seats) {
    return Shows.claim(show, user, seats);
  }

  /** The same id for other seats. */
  final Claim sameId(Claim claim, String user, int... seats) {
    return new Claim(claim.show(), claim.id(), user, SeatSet.of(seats));
  }

  /** A hold that was just made. */
  final Claim held(String user, int... seats) {
    Claim claim = claim(user, seats);
    assertApplied(hold(claim), HoldState.HELD);
    return claim;
  }

  /** A payment for this hold that was just written down. */
  final HoldPayment paying(Claim claim) {
    HoldPayment payment = Shows.payment();
    assertApplied(pay(claim, payment), HoldState.HELD);
    return payment;
  }

  /** A booking that was just made. */
  final Claim booked(String user, int... seats) {
    Claim claim = held(user, seats);
    assertApplied(confirm(claim, paying(claim)), HoldState.CONFIRMED);
    return claim;
  }

  final long inMillis(Duration fromNow) {
    return clock.instant().plus(fromNow).toEpochMilli();
  }

  final SeatStatus seat(int position) {
    return store.seats().seats(show).get(position);
  }

  final HoldRecord found(Claim claim) {
    return store.seats().find(claim.show(), claim.id()).orElseThrow();
  }

  final PaymentState state(HoldPayment payment) {
    return store.payments().find(payment.id()).orElseThrow().state();
  }

  static void assertApplied(ChangeResult result, HoldState state) {
    assertThat(result).isInstanceOf(Applied.class);
    assertThat(((Applied) result).state()).isEqualTo(state);
  }

  static void assertRefused(ChangeResult result, Refusal reason, int... seats) {
    assertThat(result).isEqualTo(new Refused(reason, SeatSet.of(seats)));
  }

  final void assertFree(int... positions) {
    assertSeats(SeatStatus.FREE, positions);
  }

  final void assertHeld(Claim claim) {
    assertSeats(new SeatStatus(SeatState.HELD, claim.id()), claim.seats().stream().toArray());
  }

  final void assertBooked(Claim claim) {
    assertSeats(new SeatStatus(SeatState.BOOKED, claim.id()), claim.seats().stream().toArray());
  }

  private void assertSeats(SeatStatus status, int... positions) {
    List<SeatStatus> all = store.seats().seats(show);
    for (int position : positions) {
      assertThat(all.get(position)).as("seat %s", position).isEqualTo(status);
    }
  }

  /** All that can be seen of some holds, some payments and the seats of the show. */
  record Picture(
      List<SeatStatus> seats,
      int free,
      List<Optional<HoldRecord>> holds,
      List<Optional<PaymentRecord>> payments) {}

  final Picture picture(List<HoldId> holds, List<HoldPayment> payments) {
    return new Picture(
        store.seats().seats(show),
        store.seats().countFree(show),
        holds.stream().map(id -> store.seats().find(show, id)).toList(),
        payments.stream().map(payment -> store.payments().find(payment.id())).toList());
  }
}
