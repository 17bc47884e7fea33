package io.github.boxoffice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.ChangeResult.Refused;
import io.github.boxoffice.store.HoldRules.Step;
import io.github.boxoffice.store.SeatChange.HoldTerms;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts of the rules; the whole state machine is the transition contract's. */
class HoldRulesTest {
  private static final ShowId SHOW = new ShowId(1);
  private static final HoldTerms TERMS =
      new HoldTerms(Duration.ofMillis(70), Duration.ofMillis(150));

  private final Claim claim = Shows.claim(SHOW, "alice", 1, 2);
  private final HoldRecord held =
      new HoldRecord(claim, HoldState.HELD, new Term(1_000, 1_070, false), null);

  @Test
  void isOver_atTheInstant_notBefore() {
    assertThat(held.term().isOver(1_069)).isFalse();
    assertThat(held.term().isOver(1_070)).isTrue();
    assertThat(held.hasLapsed(1_069)).isFalse();
    assertThat(held.hasLapsed(1_070)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(HoldState.class)
  void keepsSeats_onlyWhileHeldOrBooked(HoldState state) {
    HoldRecord hold = held.in(state);
    assertThat(hold.keepsSeats(1_069)).isEqualTo(!state.isOver());
    assertThat(hold.keepsSeats(1_070)).isEqualTo(state == HoldState.CONFIRMED);
    assertThat(hold.hasLapsed(1_069)).isEqualTo(state == HoldState.EXPIRED);
  }

  @Test
  void term_freshClaim_lastsItsTtl() {
    assertThat(HoldRules.term(1_000, TERMS, 1_000)).isEqualTo(new Term(1_000, 1_070, false));
  }

  @Test
  void term_oldClaim_endsAtTheLongest() {
    assertThat(HoldRules.term(1_000, TERMS, 1_080)).isEqualTo(new Term(1_000, 1_150, false));
    assertThat(HoldRules.term(1_000, TERMS, 1_100)).isEqualTo(new Term(1_000, 1_150, false));
  }

  @Test
  void blocks_liveHoldOfAnother_isHeld() {
    assertThat(HoldRules.blocks(held, wantedBy("bob"), 1_069)).contains(Refusal.SEATS_HELD);
    assertThat(HoldRules.blocks(held, wantedBy("bob"), 1_070)).isEmpty();
  }

  @Test
  void blocks_ownLiveHold_onlyWithAPayment() {
    HoldRecord paying = held.in(HoldState.HELD, Shows.payment());
    assertThat(HoldRules.blocks(held, wantedBy("alice"), 1_000)).isEmpty();
    assertThat(HoldRules.blocks(paying, wantedBy("alice"), 1_000)).contains(Refusal.SEATS_HELD);
    assertThat(HoldRules.blocks(paying, wantedBy("bob"), 1_070)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(HoldState.class)
  void blocks_whatIsOver_never(HoldState state) {
    Optional<Refusal> expected =
        switch (state) {
          case HELD -> Optional.of(Refusal.SEATS_HELD);
          case CONFIRMED -> Optional.of(Refusal.SEATS_BOOKED);
          default -> Optional.empty();
        };
    assertThat(HoldRules.blocks(held.in(state), wantedBy("bob"), 1_000)).isEqualTo(expected);
  }

  @Test
  void displaced_liveOne_isReleasedAndLapsedOneExpired() {
    assertThat(HoldRules.displaced(held, 1_069).state()).isEqualTo(HoldState.RELEASED);
    assertThat(HoldRules.displaced(held, 1_070).state()).isEqualTo(HoldState.EXPIRED);
  }

  @Test
  void applied_tellsTheEndOfAHoldOnly() {
    assertThat(HoldRules.applied(held)).isEqualTo(new Applied(HoldState.HELD, 1_070));
    assertThat(HoldRules.applied(held.in(HoldState.CONFIRMED)))
        .isEqualTo(new Applied(HoldState.CONFIRMED, 0));
  }

  @Test
  void decide_otherClaim_standsBeforeTheState() {
    HoldRecord released = held.in(HoldState.RELEASED);
    Claim other = new Claim(SHOW, claim.id(), "alice", SeatSet.of(1));
    assertThat(HoldRules.decide(released, new SeatChange.Release(other), 1_000))
        .isEqualTo(new Step.Answer(Refused.because(Refusal.ID_REUSED)));
    assertThat(HoldRules.decide(null, new SeatChange.Release(claim), 1_000))
        .isEqualTo(new Step.Answer(Refused.because(Refusal.NO_SUCH_HOLD)));
  }

  @Test
  void claim_onNothing_isRefused() {
    SeatSet nothing = SeatSet.empty();
    assertThatThrownBy(() -> new Claim(SHOW, claim.id(), "alice", nothing))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SeatChange.Hold wantedBy(String user) {
    return new SeatChange.Hold(Shows.claim(SHOW, user, 2), TERMS, 0);
  }
}
