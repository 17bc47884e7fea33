package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Batched.Settings;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Many at once: nobody is forgotten, and everybody is told the truth. */
@Timeout(60)
class BatchedCrowdTest {
  private final MemoryStore store = new MemoryStore(new SettableClock());
  private final Ground ground =
      new Ground(store.seats(), new MemoryLeaseStore(new SettableClock()));

  /** A lost wake-up would leave one of them waiting for the hour. */
  @RepeatedTest(10)
  void apply_aThousandThreads_allGetAnAnswer() {
    int crowd = 1_000;
    List<ShowId> shows = shows(4, crowd);
    Batched strategy = strategy(new Settings(Duration.ofHours(1), crowd, 3, 16));
    List<Caller> callers =
        all(
            crowd,
            i -> {
              Claim claim = Shows.claim(shows.get(i % 4), "user" + i, i);
              ChangeResult held = strategy.apply(take(claim), ground);
              assertThat(held).isInstanceOf(ChangeResult.Applied.class);
              return strategy.apply(new SeatChange.Confirm(claim, Shows.payment(), true), ground);
            });
    callers.forEach(caller -> assertThat(caller.answer()).isInstanceOf(ChangeResult.Applied.class));
    assertThat(shows.stream().mapToInt(store.seats()::countFree).sum()).isEqualTo(3 * crowd);
    strategy.close();
  }

  /** Whoever gives up and whoever leads look at one request at the same moment. */
  @RepeatedTest(20)
  void apply_patienceEndsWhileRequestsAreTaken_saysWhetherItHappened() {
    int crowd = 200;
    ShowId show = shows(1, crowd).get(0);
    Batched strategy = strategy(new Settings(Duration.ofNanos(50_000), crowd, 1, 16));
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < crowd; i++) {
      claims.add(Shows.claim(show, "user" + i, i));
    }
    List<Caller> callers = all(crowd, i -> strategy.apply(take(claims.get(i)), ground));
    for (int i = 0; i < crowd; i++) {
      ChangeResult answer = callers.get(i).answer();
      Optional<HoldRecord> known = store.seats().find(show, claims.get(i).id());
      assertThat(answer).isInstanceOfAny(ChangeResult.Applied.class, ChangeResult.Contended.class);
      assertThat(known.isPresent()).isEqualTo(answer instanceof ChangeResult.Applied);
    }
    strategy.close();
  }

  /** As several processes on one database: each has lanes of its own. */
  @RepeatedTest(10)
  void apply_severalStrategiesOnOneStore_sellNoSeatTwice() {
    int rivals = 40;
    ShowId show = shows(1, 8).get(0);
    List<Batched> strategies =
        List.of(
            strategy(new Settings(Duration.ofHours(1), rivals)),
            strategy(new Settings(Duration.ofHours(1), rivals)));
    List<Caller> callers =
        all(
            rivals,
            i ->
                strategies
                    .get(i % 2)
                    .apply(take(Shows.claim(show, "user" + i, i / 2 % 8)), ground));
    assertThat(callers)
        .extracting(Caller::answer)
        .hasOnlyElementsOfTypes(ChangeResult.Applied.class, ChangeResult.Refused.class)
        .filteredOn(ChangeResult.Applied.class::isInstance)
        .hasSize(8);
    assertThat(store.seats().countFree(show)).isZero();
    strategies.forEach(Batched::close);
  }

  private static Batched strategy(Settings settings) {
    return new Batched(settings, new Retry(1_000));
  }

  private List<ShowId> shows(int count, int seats) {
    List<ShowId> shows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shows.add(Shows.open(store.catalog(), seats));
    }
    return shows;
  }

  /** All at once, each in a thread of its own. */
  private static List<Caller> all(int count, IntFunction<ChangeResult> what) {
    CountDownLatch missing = new CountDownLatch(count);
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      callers.add(
          Callers.ask(
              () -> {
                missing.countDown();
                missing.await();
                return what.apply(number);
              }));
    }
    return callers;
  }

  private static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }
}
