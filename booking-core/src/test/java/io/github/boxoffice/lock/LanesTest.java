package io.github.boxoffice.lock;

import static io.github.boxoffice.lock.Callers.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.memory.MemoryStore;
import java.lang.ref.WeakReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose requests queue together. */
class LanesTest extends BatchedFixture {
  @Test
  void apply_showOfAnotherLane_doesNotWait() {
    lead(take(0));
    int lanes = Batched.Settings.LANES;
    ShowId other = Shows.open(store.catalog(), 1);
    while (Lanes.index(other, lanes) == Lanes.index(show, lanes)) {
      other = Shows.open(store.catalog(), 1);
    }
    SeatChange elsewhere = take(Shows.claim(other, "bob", 0));
    lead(elsewhere);
    assertThat(seats.calls()).extracting(HeldUpSeats.Call::alone).containsExactly(true, true);
  }

  @Test
  void apply_sameShowOfAnotherStore_neitherWaitsNorIsMixedUp() {
    MemoryStore other = new MemoryStore(new SettableClock());
    ShowId same = Shows.open(other.catalog(), 12);
    assertThat(same).isEqualTo(show);
    lead(take(0));
    Claim there = Shows.claim(same, "bob", 0);
    assertHeld(strategy.apply(take(there), ground(other.seats())));
    assertThat(other.seats().countFree(same)).isEqualTo(11);
  }

  @Test
  void lanes_ofAStoreThatIsGone_areForgotten() {
    WeakReference<SeatStore> gone = sellElsewhere();
    await(
        "nobody keeps the store",
        () -> {
          System.gc();
          return gone.refersTo(null);
        });
  }

  private WeakReference<SeatStore> sellElsewhere() {
    MemoryStore other = new MemoryStore(new SettableClock());
    Claim claim = Shows.claim(Shows.open(other.catalog(), 1), "bob", 0);
    assertHeld(strategy.apply(take(claim), ground(other.seats())));
    return new WeakReference<>(other.seats());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 12})
  void lanes_showsNumberedInSteps_areSpread(int step) {
    int[] shows = new int[4];
    for (int i = 0; i < 4_000; i++) {
      shows[Lanes.index(new ShowId(1L + (long) i * step), shows.length)]++;
    }
    assertThat(IntStream.of(shows)).allMatch(of -> of > 900);
  }
}
