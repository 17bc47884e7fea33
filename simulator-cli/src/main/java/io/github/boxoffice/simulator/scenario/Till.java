package io.github.boxoffice.simulator.scenario;

import java.time.Duration;

/**
 * How payments go.
 *
 * @param failureRate the share declined, among those that are answered
 * @param unknownRate the share that is not answered: one half never arrived, the other half was
 *     captured
 * @param latency the mean time to answer
 */
public record Till(double failureRate, double unknownRate, Duration latency) {
  private static final int SLOWEST = 5;

  /**
   * The longest that a payment takes, by which holds are prolonged once: short, because a hold
   * whose payment got lost keeps its seats for as long.
   */
  public Duration timeLimit(Habits habits) {
    return latency.multipliedBy(SLOWEST).plus(habits.holdTtl());
  }
}
