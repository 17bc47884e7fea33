package io.github.boxoffice.simulator.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Who plays what, where and how often.
 *
 * @param strategies who, one after the other
 * @param place where
 * @param processes in how many processes
 * @param scenario what
 * @param repeat how often, each time with the next seed
 * @param warmup how long each strategy plays on shows of its own before, unmeasured
 */
public record Plan(
    List<String> strategies,
    Place place,
    Processes processes,
    Scenario scenario,
    int repeat,
    Duration warmup) {
  /** Keeps its own copy of the strategies. */
  public Plan {
    strategies = List.copyOf(strategies);
  }

  /** The same in this place. */
  public Plan in(Place other) {
    return new Plan(strategies, other, processes, scenario, repeat, warmup);
  }
}
