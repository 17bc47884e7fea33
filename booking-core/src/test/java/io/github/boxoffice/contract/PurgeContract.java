package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.ChangeResult.Refused;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does when old shows are purged. Extend it and say how your store is opened. */
public abstract class PurgeContract extends StoreContract {
  private static final Instant AFTER = SettableClock.START.plus(Duration.ofDays(60));

  private Claim booked;
  private Claim open;
  private HoldPayment payment;

  /** Purging looks at all shows there are, so those of earlier tests go first. */
  @BeforeEach
  final void sellSome() {
    store
        .payments()
        .unsettled(Duration.ZERO, 1000)
        .forEach(one -> store.payments().move(one.id(), one.state(), PaymentState.DECLINED));
    purge(AFTER);
    show = Shows.open(store.catalog(), SEATS);
    booked = Shows.claim(show, "alice", 0, 1);
    open = Shows.claim(show, "bob", 3);
    payment = Shows.payment();
    hold(booked);
    pay(booked, payment);
    confirm(booked, payment);
    hold(open);
  }

  private int purge(Instant before) {
    int all = 0;
    for (int some = store.catalog().purge(before, 3); some > 0; ) {
      all += some;
      some = store.catalog().purge(before, 3);
    }
    return all;
  }

  @Test
  void purge_showThatBeganBefore_isGoneWithAllOfIt() {
    assertThat(purge(AFTER)).isPositive();

    assertThat(store.catalog().show(show)).isEmpty();
    assertThat(store.catalog().shows()).isEmpty();
    assertThat(store.seats().seats(show)).isEmpty();
    assertThat(store.seats().find(show, booked.id())).isEmpty();
    assertThat(store.payments().find(payment.id())).isEmpty();
    assertThat(hold(Shows.claim(show, "carol", 5)))
        .isEqualTo(Refused.because(Refusal.NO_SUCH_SHOW));
    assertThat(confirm(open, Shows.payment())).isEqualTo(Refused.because(Refusal.NO_SUCH_SHOW));
  }

  @Test
  void purge_showThatBeganLater_staysWithItsSales() {
    Instant begins = store.catalog().show(show).orElseThrow().plan().startsAt();
    assertThat(purge(begins)).isZero();

    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 3);
    assertThat(store.seats().find(show, booked.id())).isPresent();
    assertThat(store.payments().find(payment.id())).isPresent();
  }

  @Test
  void purge_paymentOnItsWay_keepsTheShowUntilItIsSettled() {
    HoldPayment late = Shows.payment();
    pay(open, late);
    assertThat(purge(AFTER)).isZero();
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 3);

    decline(open, late, true);
    assertThat(purge(AFTER)).isPositive();
    assertThat(store.payments().find(late.id())).isEmpty();
  }

  @Test
  void purge_severalShows_leavesTheOthersOnSale() {
    purge(AFTER);
    ShowId old = Shows.open(store.catalog(), SEATS);
    ShowId other = Shows.open(store.catalog(), SEATS);
    Claim claim = Shows.claim(other, "alice", 2);
    HoldPayment pending = Shows.payment();
    hold(claim);
    pay(claim, pending);
    assertThat(purge(AFTER)).isPositive();

    assertThat(store.catalog().show(old)).isEmpty();
    assertThat(store.catalog().show(other)).isPresent();
    assertThat(confirm(claim, pending)).isInstanceOf(Applied.class);
  }

  @Test
  void purge_whileAnotherShowIsSold_disturbsNoSale() throws Exception {
    clock.advance(Duration.ofDays(365));
    ShowId next = Shows.open(store.catalog(), 64, clock.instant());
    for (int i = 0; i < 5; i++) {
      Shows.open(store.catalog(), 64);
    }
    List<Callable<Boolean>> sales = new ArrayList<>();
    for (int seat = 0; seat < 64; seat++) {
      Claim claim = Shows.claim(next, "user" + seat, seat);
      sales.add(
          () ->
              hold(claim) instanceof Applied
                  && confirmPaidOutside(claim, Shows.payment()) instanceof Applied);
    }
    ExecutorService crowd = Executors.newFixedThreadPool(3);
    try {
      List<Future<Boolean>> sold = sales.stream().map(crowd::submit).toList();
      assertThat(purge(AFTER)).isPositive();
      for (Future<Boolean> one : sold) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      crowd.shutdownNow();
    }
    assertThat(store.catalog().shows()).extracting(Show::id).containsExactly(next);
    assertThat(store.seats().countFree(next)).isZero();
  }
}
