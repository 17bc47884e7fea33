package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A fresh client at the end, who tries for every seat that nobody should have. */
final class Prober {
  private final Caller fresh;
  private final SplittableRandom random;
  private final Duration ttl;

  /**
   * @param ttl for how long it holds
   */
  Prober(Caller fresh, SplittableRandom random, Duration ttl) {
    this.fresh = fresh;
    this.random = random;
    this.ttl = ttl;
  }

  /** Some at a time; where they are refused, one by one. */
  void hold(ShowId show, List<String> seats) {
    for (int i = 0; i < seats.size(); i += Programme.SEATS_IN_A_HOLD) {
      List<String> some = seats.subList(i, Math.min(seats.size(), i + Programme.SEATS_IN_A_HOLD));
      if (!holds(show, some) && some.size() > 1) {
        some.forEach(seat -> holds(show, List.of(seat))); // Which one is it?
      }
    }
  }

  private boolean holds(ShowId show, List<String> seats) {
    HoldId id = new HoldId(new UUID(random.nextLong(), random.nextLong()));
    // Each hold is somebody else's: one's own seats can be taken again.
    String user = "fresh-" + random.nextInt(Integer.MAX_VALUE);
    return fresh.hold(new HoldRequest(show, user, seats, id, ttl)).isDone();
  }
}
