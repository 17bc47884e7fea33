package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How those who have a lease come to their seats; rivals are in the contract. */
@Timeout(60)
class LeasedTest {
  private static final Duration TTL = Duration.ofMinutes(1);

  private final MemoryStore store = new MemoryStore(new SettableClock());
  private final ShowId show = Shows.open(store.catalog(), 12);
  private final HeldUpSeats seats = new HeldUpSeats(store.seats());
  private final Ground ground = new Ground(seats, new MemoryLeaseStore(store.clock()));
  private final SeatLockStrategy strategy =
      new Leased(
          TTL, BatchedFixture.batched(Queueing.settings(BatchedFixture.LONG, 100)), new Retry(3));

  private SeatChange take(int seat) {
    return new SeatChange.Hold(Shows.claim(show, "user-" + seat, seat), Shows.TERMS, 0);
  }

  @Test
  void apply_whileOthersWrite_isWrittenTogetherEachUnderItsFence() {
    Caller first = Callers.ask(() -> strategy.apply(take(0), ground));
    seats.awaitBegun();
    List<Caller> others =
        Stream.of(1, 2, 3)
            .map(seat -> Callers.ask(() -> strategy.apply(take(seat), ground)))
            .map(caller -> caller.awaitBlockedBy(Request.class))
            .toList();
    seats.letAllGo();

    assertThat(Stream.concat(Stream.of(first), others.stream()).map(Caller::answer))
        .allMatch(ChangeResult.Applied.class::isInstance);
    assertThat(seats.sizes()).containsExactly(1, 3);
    assertThat(seats.calls().get(1).changes())
        .extracting(change -> ((SeatChange.Hold) change).fence())
        .doesNotContain(0L);
  }

  @Test
  void close_endsWhatWrites() {
    seats.letAllGo();
    strategy.close();

    assertThatIllegalStateException().isThrownBy(() -> strategy.apply(take(0), ground));
    assertThat(ground.leases().acquire(show, Shows.claim(show, "eve", 0).seats(), TTL))
        .as("the lease was given back")
        .isPresent();
  }
}
