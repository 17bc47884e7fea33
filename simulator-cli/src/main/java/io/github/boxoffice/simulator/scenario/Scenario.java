package io.github.boxoffice.simulator.scenario;

import java.time.Duration;

/**
 * What is to be simulated, whatever the strategy and the store.
 *
 * @param venue what is on sale
 * @param crowd how many want it
 * @param habits how they go about it
 * @param till how they pay
 * @param seed what all chance follows from: one seed gives the same users with the same intentions
 */
public record Scenario(Venue venue, Crowd crowd, Habits habits, Till till, long seed) {
  /** The same with other chances. */
  public Scenario withSeed(long newSeed) {
    return new Scenario(venue, crowd, habits, till, newSeed);
  }

  /** What one of several processes has of it, with chances of its own. */
  public Scenario part(int number, int of) {
    return new Scenario(venue, crowd.part(number, of), habits, till, seed);
  }

  /** The same for a shorter time. */
  public Scenario atMost(Duration time) {
    Duration shorter = time.compareTo(crowd.atMost()) < 0 ? time : crowd.atMost();
    Crowd soon = new Crowd(crowd.users(), crowd.rate(), shorter, crowd.bookings());
    return new Scenario(venue, soon, habits, till, seed);
  }
}
