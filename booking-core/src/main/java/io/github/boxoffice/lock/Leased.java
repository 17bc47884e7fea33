package io.github.boxoffice.lock;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/**
 * A lease on the seats while they are taken, with its fence in the write. Only taking seats has
 * rivals that a lease can keep away; all later changes of a hold are its holder's alone and go
 * without.
 *
 * <p>Who has a lease has no rival left, so nothing speaks against writing for many at once: all
 * changes go through {@link Batched}. As long as they are few, each is written for itself there.
 *
 * <p>A lease may lapse while its holder is stopped (a long garbage collection, a frozen machine)
 * and be given to another. The write then fails by its fence or by the state that it expects, so a
 * lost lease costs its holder the seats and nobody else anything.
 *
 * <p>A fence that is too low may also mean that the lease store's fences fell back: it came back
 * empty beside a slower clock, or another took its place. The seats' store knows how high they
 * were, so it is asked, and the lease store told, before the next try.
 */
final class Leased implements SeatLockStrategy {
  /** Once is enough unless the lease store loses its memory again; for ever would help nobody. */
  private static final int RAISES = 3;

  private final Duration ttl;
  private final SeatLockStrategy writer;
  private final Retry retry;

  /**
   * Leases seats, and lets others write.
   *
   * @param writer closed together with this
   */
  Leased(Duration ttl, SeatLockStrategy writer, Retry retry) {
    this.ttl = ttl;
    this.writer = writer;
    this.retry = retry;
  }

  @Override
  public String name() {
    return "lease";
  }

  @Override
  public ChangeResult apply(SeatChange change, Ground ground) {
    if (change instanceof SeatChange.Hold hold) {
      int[] raises = {0};
      return retry.run(
          () -> {
            ChangeResult result = take(hold, ground);
            return isStale(result) && raises[0]++ < RAISES ? raise(hold.claim(), ground) : result;
          });
    }
    return writer.apply(change, ground);
  }

  private static boolean isStale(ChangeResult result) {
    return result instanceof ChangeResult.Refused refused
        && refused.reason() == Refusal.STALE_FENCE;
  }

  private static ChangeResult raise(Claim claim, Ground ground) {
    long floor = ground.seats().highestFence(claim.show(), claim.seats());
    ground.leases().raiseFence(claim.show(), claim.seats(), floor);
    return new ChangeResult.Conflict();
  }

  /** Conflict: somebody else has a lease. */
  private ChangeResult take(SeatChange.Hold hold, Ground ground) {
    Optional<Lease> lease = ground.leases().acquire(hold.claim().show(), hold.claim().seats(), ttl);
    if (lease.isEmpty()) {
      // Somebody is at one of the seats now. Whether they get them is known in a moment.
      return new ChangeResult.Conflict();
    }
    try {
      SeatChange fenced = new SeatChange.Hold(hold.claim(), hold.terms(), lease.get().fence());
      return writer.apply(fenced, ground);
    } finally {
      giveBack(lease.get(), ground.leases());
    }
  }

  /** The store has spoken by now; a lease that cannot be given back lapses. */
  private static void giveBack(Lease lease, LeaseStore leases) {
    try {
      leases.releaseSoon(lease);
    } catch (StoreException unreachable) {
      // To pass it on would say that the change did not happen.
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
