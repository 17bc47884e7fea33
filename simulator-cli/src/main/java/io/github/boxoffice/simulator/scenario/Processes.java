package io.github.boxoffice.simulator.scenario;

import java.time.Duration;

/**
 * How many processes share the store.
 *
 * @param count how many
 * @param clockSkew how far the clock of each is ahead of that of the one before
 */
public record Processes(int count, Duration clockSkew) {
  /** This one alone. */
  public static final Processes ONE = new Processes(1, Duration.ZERO);
}
