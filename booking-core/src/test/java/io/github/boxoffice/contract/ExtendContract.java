package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** More time for a hold: on request, and once for a payment. */
public abstract class ExtendContract extends SeatChangeContract {
  @Test
  void extend_liveHold_startsItsTimeAgain() {
    Claim claim = held("alice", 1);
    long began = clock.millis();
    clock.advance(Duration.ofMinutes(3));
    assertThat(extend(claim)).isEqualTo(new Applied(HoldState.HELD, inMillis(Shows.TTL)));
    assertThat(found(claim).term()).isEqualTo(new Term(began, inMillis(Shows.TTL), false));
    clock.advance(Shows.TTL.minusMillis(1));
    assertHeld(claim);
    clock.advance(Duration.ofMillis(1));
    assertFree(1);
  }

  @Test
  void extend_atTheLongest_isRefused() {
    long end = inMillis(Shows.LONGEST);
    Claim claim = held("alice", 1);
    clock.advance(Duration.ofMinutes(6));
    assertApplied(extend(claim), HoldState.HELD);
    clock.advance(Duration.ofMinutes(6));
    assertThat(extend(claim)).isEqualTo(new Applied(HoldState.HELD, end));
    clock.advance(Duration.ofMinutes(1));
    assertRefused(extend(claim), Refusal.EXTENSION_LIMIT);
    assertThat(found(claim).term().until()).isEqualTo(end);
    assertHeld(claim);
  }

  @Test
  void extend_whenTheTimeWouldNotGrow_isRefused() {
    Claim claim = held("alice", 1);
    assertRefused(extend(claim), Refusal.EXTENSION_LIMIT);
    assertHeld(claim);
  }

  @Test
  void extend_withAPaymentOnItsWay_keepsThePayment() {
    Claim claim = held("alice", 1);
    HoldPayment payment = paying(claim);
    clock.advance(Duration.ofMinutes(1));
    assertApplied(extend(claim), HoldState.HELD);
    assertThat(found(claim).payment()).isEqualTo(payment);
    assertApplied(confirm(claim, payment), HoldState.CONFIRMED);
  }

  @Test
  void pay_shortlyBeforeTheEnd_coversTheGatewaysLimit() {
    Claim claim = held("alice", 1);
    long began = clock.millis();
    clock.advance(Shows.TTL.minusMillis(1));
    Duration limit = Duration.ofMinutes(1);
    assertThat(pay(claim, Shows.payment())).isEqualTo(new Applied(HoldState.HELD, inMillis(limit)));
    assertThat(found(claim).term()).isEqualTo(new Term(began, inMillis(limit), true));
  }

  @Test
  void pay_wellBeforeTheEnd_keepsTheEnd() {
    long end = inMillis(Shows.TTL);
    Claim claim = held("alice", 1);
    assertThat(pay(claim, Shows.payment())).isEqualTo(new Applied(HoldState.HELD, end));
  }

  @Test
  void pay_secondPayment_doesNotExtendAgain() {
    Claim claim = held("alice", 1);
    clock.advance(Shows.TTL.minusMillis(1));
    long end = inMillis(Duration.ofMinutes(1));
    assertApplied(decline(claim, paying(claim), false), HoldState.HELD);
    clock.advance(Duration.ofSeconds(30));
    assertThat(pay(claim, Shows.payment())).isEqualTo(new Applied(HoldState.HELD, end));
    clock.advance(Duration.ofSeconds(30));
    assertFree(1);
  }

  @Test
  void pay_secondPaymentAfterAnExtension_doesNotExtendAgain() {
    Claim claim = held("alice", 1);
    clock.advance(Shows.TTL.minusMillis(1));
    assertApplied(decline(claim, paying(claim), false), HoldState.HELD);
    assertApplied(extend(claim), HoldState.HELD);
    clock.advance(Shows.TTL.minusMillis(1));
    long end = inMillis(Duration.ofMillis(1));
    assertThat(pay(claim, Shows.payment())).isEqualTo(new Applied(HoldState.HELD, end));
  }

  @Test
  void pay_again_doesNotExtendAgain() {
    Claim claim = held("alice", 1);
    clock.advance(Shows.TTL.minusMillis(1));
    HoldPayment payment = Shows.payment();
    ChangeResult first = pay(claim, payment);
    clock.advance(Duration.ofSeconds(30));
    assertThat(pay(claim, payment)).isEqualTo(first);
  }

  @Test
  void pay_beyondTheLongest_isCoveredAllTheSame() {
    Claim claim = held("alice", 1);
    clock.advance(Duration.ofMinutes(1));
    SeatChange pay = new SeatChange.Pay(claim, Shows.payment(), Duration.ofHours(1));
    assertThat(apply(pay)).isEqualTo(new Applied(HoldState.HELD, inMillis(Duration.ofHours(1))));
    assertRefused(extend(claim), Refusal.EXTENSION_LIMIT);
  }
}
