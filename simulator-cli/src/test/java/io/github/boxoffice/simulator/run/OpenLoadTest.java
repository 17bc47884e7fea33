package io.github.boxoffice.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.simulator.history.Recorder;
import io.github.boxoffice.simulator.scenario.Crowd;
import io.github.boxoffice.simulator.scenario.Habits;
import io.github.boxoffice.simulator.scenario.Halls;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.SeatCount;
import io.github.boxoffice.simulator.scenario.Till;
import io.github.boxoffice.simulator.store.ForwardingSeats;
import io.github.boxoffice.simulator.store.ForwardingStore;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that stalls once: who was due meanwhile has waited, also if nobody asked for them. */
class OpenLoadTest {
  private static final double RATE = 2000;
  private static final int MISSED = 100;
  private static final int BOOKINGS = 200;

  @TempDir Path dir;

  static Scenario scenario(double rate) {
    return new Scenario(
        Halls.plain(2000, 1),
        new Crowd(1, OptionalDouble.of(rate), Duration.ofMinutes(5), OptionalLong.of(BOOKINGS)),
        new Habits(new SeatCount(1, 1), 0, 0, Duration.ZERO, Duration.ofMinutes(1)),
        new Till(0, 0, Duration.ZERO),
        7);
  }

  @Test
  void latency_ofWhoWasDueDuringAStall_countsFromThePlannedTime() throws IOException {
    Histogram holds = play();

    long half = (long) (MISSED / RATE * 1e9 / 2);
    assertThat(holds.getTotalCount()).isGreaterThanOrEqualTo(BOOKINGS);
    assertThat(holds.getCountBetweenValues(half, holds.getMaxValue()))
        .as("one was stalled, and those who were due in the first half of it waited as well")
        .isGreaterThan(MISSED / 4);
  }

  /** One user, and a store that stalls at its first hold until that many others are due. */
  private Histogram play() throws IOException {
    Scenario scenario = scenario(RATE);
    Stalling store = new Stalling();
    Backend backend = new Backend(store, new MemoryLeaseStore(store.clock()), () -> {});
    Goal goal = new Goal(scenario.crowd());
    OpenPace pace = new OpenPace(goal, RATE, new SplittableRandom(7));
    try (Recorder recorder = Recorder.to(dir.resolve("history"));
        Stage stage = Stage.open(scenario, backend, Lineup.named("optimistic"))) {
      Books books = new Books(recorder, new Trouble(goal::stop), List.of());
      Sale sale = new Sale(scenario, stage, Sale.Pages.of(scenario, stage), books, goal);
      store.pace.set(pace);
      goal.start();
      new User(sale, pace, Cast.ALONE, 0, new SplittableRandom(7)).run();
      books.trouble().rethrow();
      return books.meter().read().hold();
    }
  }

  /** In memory, with its first change held up. */
  private static final class Stalling extends ForwardingStore {
    private final AtomicReference<OpenPace> pace = new AtomicReference<>();

    Stalling() {
      super(new MemoryStore(InstantSource.system()));
    }

    @Override
    public SeatStore seats() {
      return new ForwardingSeats(super.seats()) {
        @Override
        public ChangeResult apply(SeatChange change, Isolation isolation) {
          OpenPace until = pace.getAndSet(null);
          while (until != null && until.missed() < MISSED) {
            Thread.onSpinWait();
          }
          return super.apply(change, isolation);
        }
      };
    }
  }
}
