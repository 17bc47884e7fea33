package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Batched.Settings;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A store that is held up, and callers who meet before it. */
@Timeout(60)
abstract class BatchedFixture {
  static final Duration LONG = Duration.ofMinutes(1);

  final MemoryStore store = new MemoryStore(new SettableClock());
  final ShowId show = Shows.open(store.catalog(), 12);
  final HeldUpSeats seats = new HeldUpSeats(store.seats());
  Batched strategy = batched(settings(Settings.LANES, Settings.MOST, 0));

  /** Where nobody makes more than one transaction for others. */
  static Settings settings(int lanes, int most, int few) {
    return new Settings(LONG, 100, lanes, most, few, new Lane.Pace(Lane.USUAL.longNanos(), 0));
  }

  static Batched batched(Settings settings) {
    return new Batched(settings, new Retry(3));
  }

  @AfterEach
  void letAllGo() {
    seats.letAllGo();
    assertThat(closing().answer()).as("nobody is left waiting").isEqualTo(done());
  }

  final Caller closing() {
    return Callers.ask(
        () -> {
          strategy.close();
          return done();
        });
  }

  /** Somebody whose transaction has begun. */
  final Caller lead(SeatChange change) {
    Caller caller = Callers.ask(() -> apply(change));
    seats.awaitBegun();
    return caller;
  }

  /** Somebody who waits in the queue, after those who were there. */
  final Caller queue(SeatChange change) {
    return Callers.ask(() -> apply(change)).awaitBlockedBy(Request.class);
  }

  final ChangeResult apply(SeatChange change) {
    return strategy.apply(change, ground(seats));
  }

  static Ground ground(SeatStore where) {
    return new Ground(where, new MemoryLeaseStore(new SettableClock()));
  }

  final SeatChange take(int... numbers) {
    return take(Shows.claim(show, "user" + numbers[0], numbers));
  }

  static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }

  static ChangeResult done() {
    return new ChangeResult.Applied(HoldState.RELEASED, 0);
  }

  static void assertHeld(ChangeResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.Applied.class,
            applied -> assertThat(applied.state()).isEqualTo(HoldState.HELD));
  }
}
