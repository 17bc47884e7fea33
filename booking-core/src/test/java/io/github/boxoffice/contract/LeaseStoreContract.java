package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.Lease;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every {@link LeaseStore} does. For one of your own:
 *
 * <pre>{@code
 * class MyLeaseStoreTest extends LeaseStoreContract {
 *   @Override
 *   protected LeaseStore open(InstantSource clock) {
 *     return new MyLeaseStore(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>{@code open} may return a view of one and the same storage: every test leases seats of a show
 * of its own, which is in no catalogue.
 */
@Timeout(60)
public abstract class LeaseStoreContract {
  private static final Duration TTL = Duration.ofSeconds(10);
  private static final int SEATS = 4;

  @RegisterExtension final Seed seed = new Seed();

  private final SettableClock clock = new SettableClock();
  private final ShowId show = new ShowId(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  private final Crowd crowd = new Crowd();
  private LeaseStore leases;

  /** A lease store that tells time by this clock. The test closes it. */
  protected abstract LeaseStore open(InstantSource clock);

  /** How many leases are asked for in all when a crowd asks. */
  protected int requests() {
    return 2_000;
  }

  /** How shortly before a lease lapses it can be looked at; longer where real time goes on. */
  protected Duration moment() {
    return Duration.ofMillis(1);
  }

  /** What fences are never below the microseconds of; a server's clock, where it has one. */
  protected InstantSource clockOfFences(InstantSource opened) {
    return opened;
  }

  @BeforeEach
  final void enter() {
    leases = open(clock);
  }

  @AfterEach
  final void leave() {
    crowd.close();
    leases.close();
  }

  @Test
  void acquire_freeSeats_leasesThemAll() {
    Lease lease = leased(0, 2);
    assertThat(lease.show()).isEqualTo(show);
    assertThat(lease.seats()).isEqualTo(SeatSet.of(0, 2));
    assertThat(lease.fence()).isPositive();
    assertThat(acquire(0)).isEmpty();
    assertThat(acquire(2)).isEmpty();
    assertThat(acquire(1)).isPresent();
  }

  @Test
  void acquire_oneSeatLeased_leasesNone() {
    leased(1);
    assertThat(acquire(0, 1, 2)).isEmpty();
    assertThat(acquire(0)).isPresent();
    assertThat(acquire(2)).isPresent();
  }

  @Test
  void acquire_sameSeatsOfAnotherShow_areOtherSeats() {
    leased(0);
    ShowId other = new ShowId(show.value() == 1 ? 2 : show.value() - 1);
    Optional<Lease> there = leases.acquire(other, SeatSet.of(0), TTL);
    assertThat(there).isPresent();
    assertThat(leases.release(there.orElseThrow())).isTrue();
    assertThat(acquire(0)).isEmpty();
  }

  @Test
  void acquire_aMomentBeforeItLapses_isRefused() {
    leased(0, 1);
    clock.advance(TTL.minus(moment()));
    assertThat(acquire(1)).isEmpty();
  }

  @Test
  void acquire_whenItLapses_isGranted() {
    Lease lapsed = leased(0, 1);
    clock.advance(TTL);
    Lease next = leased(1, 2);
    assertThat(next.fence()).isGreaterThan(lapsed.fence());
    assertThat(acquire(0)).isPresent();
  }

  @Test
  void release_liveLease_freesAllItsSeats() {
    Lease lease = leased(0, 1);
    assertThat(leases.release(lease)).isTrue();
    assertThat(leases.release(lease)).isFalse();
    assertThat(acquire(0, 1)).isPresent();
  }

  @Test
  void release_lapsedLease_isLost() {
    Lease lapsed = leased(0, 1);
    clock.advance(TTL);
    assertThat(leases.release(lapsed)).isFalse();
    assertThat(acquire(0, 1)).isPresent();
  }

  @Test
  void release_lapsedLease_neverFreesItsSuccessors() {
    Lease lapsed = leased(0, 1, 2);
    clock.advance(TTL);
    Lease next = leased(1);
    assertThat(leases.release(lapsed)).isFalse();
    assertThat(acquire(1)).isEmpty();
    assertThat(leases.renew(next, TTL)).isTrue();
  }

  @Test
  void release_foreignToken_freesNothing() {
    Lease lease = leased(0);
    Lease forged = new Lease(show, lease.seats(), UUID.randomUUID(), lease.fence());
    assertThat(leases.release(forged)).isFalse();
    assertThat(leases.renew(forged, TTL)).isFalse();
    assertThat(acquire(0)).isEmpty();
  }

  @Test
  void renew_liveLease_startsItsTimeAgain() {
    Lease lease = leased(0, 1);
    clock.advance(TTL.minus(moment()));
    assertThat(leases.renew(lease, TTL)).isTrue();
    clock.advance(TTL.minus(moment()));
    assertThat(acquire(0)).isEmpty();
    assertThat(acquire(1)).isEmpty();
    clock.advance(moment());
    assertThat(acquire(0, 1)).isPresent();
  }

  @Test
  void renew_lapsedLease_isLostAndStaysLost() {
    Lease lapsed = leased(0, 1);
    clock.advance(TTL);
    assertThat(leases.renew(lapsed, TTL)).isFalse();
    assertThat(leases.renew(lapsed, TTL)).isFalse();
    assertThat(acquire(0, 1)).isPresent();
    assertThat(leases.renew(lapsed, TTL)).isFalse();
  }

  @Test
  void renew_oneSeatLostToAnother_isLostAsAWhole() {
    Lease lapsed = leased(0, 1, 2);
    clock.advance(TTL);
    Lease next = leased(1);
    assertThat(leases.renew(lapsed, TTL)).isFalse();
    assertThat(acquire(0, 2)).isPresent();
    assertThat(leases.renew(next, TTL)).isTrue();
  }

  @Test
  void renew_releasedLease_isLost() {
    Lease lease = leased(0);
    assertThat(leases.release(lease)).isTrue();
    assertThat(leases.renew(lease, TTL)).isFalse();
    assertThat(acquire(0)).isPresent();
  }

  @Test
  void fence_ofEachLaterLeaseOnASeat_isHigher() {
    Lease first = leased(0, 1);
    leases.release(first);
    Lease second = leased(1, 2);
    leases.release(second);
    Lease third = leased(2, 3);
    assertThat(List.of(first.fence(), second.fence(), third.fence()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /** On the same storage, or after the time that a restart of the process takes. */
  @Test
  void fence_afterTheStoreWasOpenedAgain_isHigher() {
    Lease last = leased(0);
    for (int i = 0; i < 100; i++) {
      leases.release(last);
      last = leased(0);
    }
    leases.release(last);
    leases.close();
    clock.advance(Duration.ofMillis(1));
    leases = open(clock);
    assertThat(leased(0).fence()).isGreaterThan(last.fence());
  }

  /**
   * Seats remember the highest fence that wrote them. Whoever moves to another kind of lease store
   * would otherwise sell none of them.
   */
  @Test
  void fence_isNeverBelowTheClocksMicroseconds() {
    InstantSource fences = clockOfFences(clock);
    long before = fences.millis() * 1_000;
    Lease first = leased(0);
    assertThat(first.fence()).isGreaterThanOrEqualTo(before);
    leases.release(first);
    clock.advance(Duration.ofDays(1));
    before = fences.millis() * 1_000;
    assertThat(leased(0).fence()).isGreaterThanOrEqualTo(before);
  }

  /**
   * The seats were written under another lease store, or under this one before it lost its memory.
   */
  @Test
  void raiseFence_aboveAllGivenOut_isBelowTheNextLeases() {
    long floor = leased(0).fence() + 1_000_000_000_000L;
    leases.raiseFence(show, SeatSet.of(1, 2), floor);
    assertThat(leased(2).fence()).isGreaterThan(floor);
    assertThat(leased(1).fence()).isGreaterThan(floor);
  }

  @Test
  void raiseFence_ofLeasedSeats_leavesTheLeaseAsItIs() {
    Lease lease = leased(0, 1);
    long floor = lease.fence() + 1_000_000_000_000L;
    leases.raiseFence(show, SeatSet.of(0, 1), floor);
    assertThat(acquire(0)).isEmpty();
    assertThat(leases.renew(lease, TTL)).isTrue();
    assertThat(leases.release(lease)).isTrue();
    assertThat(leased(0, 1).fence()).isGreaterThan(floor);
  }

  @Test
  void raiseFence_toLessThanWasGivenOut_lowersNone() {
    Lease lease = leased(0);
    leases.raiseFence(show, SeatSet.of(0), 1);
    assertThat(leases.release(lease)).isTrue();
    assertThat(leased(0).fence()).isGreaterThan(lease.fence());
  }

  @Test
  void tokens_ofManyLeases_differ() {
    List<UUID> tokens = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Lease lease = leased(0);
      tokens.add(lease.token());
      leases.release(lease);
    }
    assertThat(tokens).doesNotHaveDuplicates();
  }

  @Test
  void acquire_crowdBeforeFewSeats_hasOneHolderAtATime() {
    AtomicIntegerArray holders = new AtomicIntegerArray(SEATS);
    AtomicLongArray fences = new AtomicLongArray(SEATS);
    int threads = 16;
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Random random = seed.random(i);
      tasks.add(
          () -> {
            int granted = 0;
            for (int n = requests() / threads; n > 0; n--) {
              Optional<Lease> lease = leases.acquire(show, someSeats(random), TTL);
              if (lease.isPresent()) {
                granted++;
                use(lease.orElseThrow(), holders, fences);
                assertThat(leases.release(lease.orElseThrow())).isTrue();
              }
            }
            return granted;
          });
    }
    assertThat(crowd.<Integer>all(tasks).stream().mapToInt(granted -> granted).sum()).isPositive();
    assertThat(acquire(0, 1, 2, 3)).as("nothing is left behind").isPresent();
  }

  private static void use(Lease lease, AtomicIntegerArray holders, AtomicLongArray fences) {
    lease.seats().stream()
        .forEach(
            seat -> {
              assertThat(holders.incrementAndGet(seat)).as("holders of %s", seat).isEqualTo(1);
              assertThat(fences.getAndSet(seat, lease.fence()))
                  .as("fence of %s before", seat)
                  .isLessThan(lease.fence());
            });
    lease.seats().stream().forEach(holders::decrementAndGet);
  }

  private static SeatSet someSeats(Random random) {
    int first = random.nextInt(SEATS);
    int second = random.nextInt(SEATS);
    return first == second ? SeatSet.of(first) : SeatSet.of(second, first);
  }

  private Lease leased(int... seats) {
    return acquire(seats).orElseThrow();
  }

  private Optional<Lease> acquire(int... seats) {
    return leases.acquire(show, SeatSet.of(seats), TTL);
  }
}
