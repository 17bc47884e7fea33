package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A strategy over a store with a crowd before it, and a clock that stands still. */
@Timeout(120)
public abstract class Contest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  /** What takes part. */
  public interface Setting {
    /** The strategy. The test closes it. */
    SeatLockStrategy strategy();

    /** A store that tells time by this clock. The test closes it. */
    Store open(InstantSource clock);

    /** The leases, by this clock. The test closes them. */
    LeaseStore leases(InstantSource clock);

    /** How often a race is run. */
    int rounds();
  }

  @RegisterExtension final Seed seed = new Seed();

  final SettableClock clock = new SettableClock();
  final Crowd crowd = new Crowd();
  SeatLockStrategy strategy;
  Store store;
  LeaseStore leases;
  Ground ground;
  ShowId show;

  abstract Setting setting();

  @BeforeEach
  final void enter() {
    strategy = setting().strategy();
    store = setting().open(clock);
    leases = setting().leases(clock);
    ground = new Ground(store.seats(), leases);
  }

  @AfterEach
  final void leave() {
    crowd.close();
    strategy.close();
    leases.close();
    store.close();
  }

  /** Asks until the answer is more than that rivals were in the way. */
  final ChangeResult insist(SeatChange change, Ground where) {
    long start = System.nanoTime();
    while (true) {
      ChangeResult result = strategy.apply(change, where);
      assertThat(result)
          .isNotInstanceOf(ChangeResult.Conflict.class)
          .isNotInstanceOf(ChangeResult.Unknown.class);
      if (!(result instanceof ChangeResult.Contended)) {
        return result;
      }
      assertThat(System.nanoTime() - start).as("contended for ever").isLessThan(PATIENCE);
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
    }
  }

  final ChangeResult insist(SeatChange change) {
    return insist(change, ground);
  }

  /** All at once; answers in the order of the changes. */
  final List<ChangeResult> race(SeatChange... changes) {
    return crowd.all(
        Arrays.stream(changes).map(c -> (Callable<ChangeResult>) () -> insist(c)).toList());
  }

  final Claim claim(String user, int... seats) {
    return Shows.claim(show, user, seats);
  }

  final Claim held(String user, int... seats) {
    Claim claim = claim(user, seats);
    StoreContract.assertApplied(insist(take(claim)), HoldState.HELD);
    return claim;
  }

  final HoldPayment paying(Claim claim) {
    HoldPayment payment = Shows.payment();
    StoreContract.assertApplied(insist(pay(claim, payment)), HoldState.HELD);
    return payment;
  }

  final HoldState state(Claim claim) {
    return store.seats().find(show, claim.id()).orElseThrow().state();
  }

  static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }

  static SeatChange pay(Claim claim, HoldPayment payment) {
    return new SeatChange.Pay(claim, payment, Duration.ofMinutes(1));
  }

  static SeatChange confirm(Claim claim, HoldPayment payment) {
    return new SeatChange.Confirm(claim, payment, false);
  }

  static SeatChange confirmPaidOutside(Claim claim) {
    return new SeatChange.Confirm(claim, Shows.payment(), true);
  }

  static boolean isApplied(ChangeResult result) {
    return result instanceof ChangeResult.Applied;
  }
}
