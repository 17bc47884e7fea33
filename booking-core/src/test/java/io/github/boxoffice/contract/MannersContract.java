package io.github.boxoffice.contract;

import static io.github.boxoffice.contract.StoreContract.assertApplied;
import static io.github.boxoffice.contract.StoreContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a strategy owes its caller: an answer in bounded time, and the store's word unaltered. */
public abstract class MannersContract extends Contest {
  @BeforeEach
  final void openShow() {
    show = Shows.open(store.catalog(), 4);
  }

  @Test
  void name_isLowerCase() {
    assertThat(strategy.name()).isNotBlank().isLowerCase();
  }

  @Test
  void apply_eachVerb_reachesTheStore() {
    Claim claim = held("alice", 0, 1);
    clock.advance(Duration.ofMinutes(1));
    assertApplied(apply(new SeatChange.Extend(claim, Shows.TERMS)), HoldState.HELD);
    HoldPayment payment = paying(claim);
    assertApplied(apply(new SeatChange.Decline(claim, payment.id(), false)), HoldState.HELD);
    assertApplied(apply(confirm(claim, paying(claim))), HoldState.CONFIRMED);
    assertApplied(apply(new SeatChange.Cancel(claim)), HoldState.CANCELLED);
    Claim second = held("bob", 0, 1);
    assertApplied(apply(new SeatChange.Release(second)), HoldState.RELEASED);
    Claim third = held("carol", 0, 1);
    clock.advance(Shows.TTL);
    assertApplied(apply(new SeatChange.Expire(third)), HoldState.EXPIRED);
  }

  @Test
  void apply_refusal_isPassedOn() {
    held("bob", 1);
    held("carol", 2);
    assertRefused(apply(take(claim("alice", 0, 1, 2))), Refusal.SEATS_HELD, 1, 2);
  }

  @Test
  @Timeout(30)
  void apply_storeAlwaysInConflict_givesUpAsContended() {
    Ground fickle = faulty(Integer.MAX_VALUE, ChangeResult.Conflict::new);
    SeatChange hold = take(claim("alice", 0));
    SeatChange release = new SeatChange.Release(held("bob", 1));
    // Side by side, because each takes as long as the strategy tries.
    List<ChangeResult> answers =
        crowd.all(
            List.of(() -> strategy.apply(hold, fickle), () -> strategy.apply(release, fickle)));
    assertThat(answers).containsOnly(new ChangeResult.Contended());
  }

  @Test
  void apply_storeOnceInConflict_neverSaysSo() {
    ChangeResult answer =
        strategy.apply(take(claim("alice", 0)), faulty(1, ChangeResult.Conflict::new));
    assertThat(answer).isInstanceOfAny(ChangeResult.Applied.class, ChangeResult.Contended.class);
    assertThat(store.seats().countFree(show)).isEqualTo(isApplied(answer) ? 3 : 4);
  }

  @Test
  void apply_storeThatDoesNotKnow_isPassedOn() {
    Ground ground = faulty(Integer.MAX_VALUE, ChangeResult.Unknown::new);
    assertThat(strategy.apply(take(claim("alice", 0)), ground))
        .isEqualTo(new ChangeResult.Unknown());
  }

  @Test
  void apply_brokenStore_throwsAndLeavesNothingBehind() {
    Ground broken =
        faulty(
            1,
            () -> {
              throw new StoreException("write", new IllegalStateException("disk full"));
            });
    Claim claim = claim("alice", 0, 1);
    assertThatThrownBy(() -> strategy.apply(take(claim), broken))
        .isInstanceOf(StoreException.class);
    assertNothingLeased();
    assertApplied(apply(take(claim)), HoldState.HELD);
  }

  @Test
  void apply_finished_leavesNoLeaseBehind() {
    held("bob", 0, 1);
    assertNothingLeased();
    assertRefused(apply(take(claim("alice", 1, 2))), Refusal.SEATS_HELD, 1);
    assertNothingLeased();
  }

  /** The change stands, so an exception, which says that it does not, would be a lie. */
  @Test
  void apply_leaseThatCannotBeGivenBack_answersAsTheStoreDid() {
    Claim claim = claim("alice", 0);
    assertApplied(
        strategy.apply(take(claim), new Ground(store.seats(), new FailingRelease(leases))),
        HoldState.HELD);
    assertThat(state(claim)).isEqualTo(HoldState.HELD);
  }

  @Test
  @Timeout(30)
  void apply_leaseOfAnother_isWaitedForInBoundedTime() {
    assumeThat(usesLeases()).isTrue();
    Duration ttl = Duration.ofMinutes(1);
    Lease stuck = leases.acquire(show, SeatSet.of(1, 2), ttl).orElseThrow();
    Claim claim = claim("alice", 0, 1);
    assertThat(apply(take(claim))).isEqualTo(new ChangeResult.Contended());
    assertThat(store.seats().countFree(show)).isEqualTo(4);
    assertThat(leases.renew(stuck, ttl)).as("the other still has its lease").isTrue();
    clock.advance(ttl);
    assertApplied(apply(take(claim)), HoldState.HELD);
  }

  @Test
  void apply_leaseOfAnother_doesNotKeepAHolderFromTheirSeats() {
    Claim claim = held("alice", 0, 1);
    assertThat(leases.acquire(show, SeatSet.of(0, 1), Duration.ofMinutes(1))).isPresent();
    assertApplied(apply(confirmPaidOutside(claim)), HoldState.CONFIRMED);
  }

  /** Whoever had a lease before and wakes up now must not write any more. */
  @Test
  void apply_underALease_writesItsFence() {
    assumeThat(usesLeases()).isTrue();
    Lease early = leases.acquire(show, SeatSet.of(0), Duration.ofMinutes(1)).orElseThrow();
    clock.advance(Duration.ofMinutes(1));
    assertApplied(apply(new SeatChange.Release(held("bob", 0))), HoldState.RELEASED);
    SeatChange late = new SeatChange.Hold(claim("alice", 0), Shows.TERMS, early.fence());
    assertRefused(store.seats().apply(late, Isolation.GUARDED), Refusal.STALE_FENCE, 0);
  }

  /** A lease store that came back without its memory must not stop the sale. */
  @Test
  void apply_seatsWrittenUnderHigherFences_areSoldAgain() {
    long high = Long.MAX_VALUE / 1_000;
    for (int seat = 0; seat < 2; seat++) {
      Claim early = claim("early", seat);
      SeatChange fenced = new SeatChange.Hold(early, Shows.TERMS, high + seat);
      assertApplied(store.seats().apply(fenced, Isolation.GUARDED), HoldState.HELD);
      assertApplied(apply(new SeatChange.Release(early)), HoldState.RELEASED);
    }
    assertApplied(apply(take(claim("alice", 0, 1, 2))), HoldState.HELD);
    assertApplied(apply(take(claim("bob", 3))), HoldState.HELD);
  }

  @Test
  void apply_leasesWhoseFencesStayLow_answersThatTheyAreStale() {
    assumeThat(usesLeases()).isTrue();
    SeatChange early = new SeatChange.Hold(claim("early", 0), Shows.TERMS, 9);
    assertApplied(store.seats().apply(early, Isolation.GUARDED), HoldState.HELD);
    Ground low = new Ground(store.seats(), new GenerousLeases(n -> 8));
    assertRefused(strategy.apply(take(claim("alice", 0)), low), Refusal.STALE_FENCE, 0);
  }

  @Test
  void apply_sameSeatsOfAnotherGround_areOtherSeats() {
    LeaseStore others = setting().leases(clock);
    var elsewhere = setting().open(clock);
    try (others;
        elsewhere) {
      held("alice", 0);
      Claim there = Shows.claim(Shows.open(elsewhere.catalog(), 4), "bob", 0);
      assertApplied(
          strategy.apply(take(there), new Ground(elsewhere.seats(), others)), HoldState.HELD);
    }
  }

  private boolean usesLeases() {
    GenerousLeases counting = new GenerousLeases(n -> n);
    strategy.apply(take(claim("probe", 3)), new Ground(store.seats(), counting));
    clock.advance(Shows.TTL);
    return counting.granted() > 0;
  }

  private void assertNothingLeased() {
    Lease lease = leases.acquire(show, SeatSet.of(0, 1, 2, 3), Duration.ofMinutes(1)).orElseThrow();
    leases.release(lease);
  }

  private ChangeResult apply(SeatChange change) {
    return strategy.apply(change, ground);
  }

  private Ground faulty(int times, Supplier<ChangeResult> fault) {
    return new Ground(new FaultySeats(store.seats(), times, fault), leases);
  }
}
