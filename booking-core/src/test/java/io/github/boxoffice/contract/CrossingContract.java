package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Changes that want the same seats, named in one order by some and in the other by the rest: the
 * store locks in seat order, so they never wait for each other in a circle.
 */
@Timeout(60)
public abstract class CrossingContract extends StoreContract {
  private static final int ROUNDS = 100;
  private static final Isolation PATIENT = Isolation.rowLocks(Duration.ofSeconds(20));

  @Test
  void apply_crossingSeats_neverWaitsInACircle() {
    cross(changes -> changes.stream().map(c -> store.seats().apply(c, PATIENT)).toList());
  }

  @Test
  void applyAll_crossingSeats_neverWaitsInACircle() {
    cross(changes -> store.seats().applyAll(changes));
  }

  private void cross(Function<List<SeatChange>, List<ChangeResult>> way) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int thread = i;
      tasks.add(
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              for (ChangeResult answer : way.apply(takeAndGiveBack(thread, round))) {
                assertThat(answer)
                    .isInstanceOfAny(ChangeResult.Applied.class, ChangeResult.Refused.class);
              }
            }
            return true;
          });
    }
    try (Crowd crowd = new Crowd()) {
      assertThat(crowd.all(tasks)).hasSize(4);
    }
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
  }

  /** All seats but one, by turns from the first to the last and from the last to the first. */
  private List<SeatChange> takeAndGiveBack(int thread, int round) {
    int[] seats =
        IntStream.range(0, SEATS)
            .map(seat -> (thread + round) % 2 == 0 ? seat : SEATS - 1 - seat)
            .filter(seat -> seat != thread)
            .toArray();
    Claim claim = claim("user" + thread, seats);
    return List.of(new SeatChange.Hold(claim, Shows.TERMS, 0), new SeatChange.Release(claim));
  }
}
