package io.github.boxoffice.simulator.scenario;

import java.time.Duration;
import java.util.List;

/**
 * How many processes share the store.
 *
 * @param count how many
 * @param clockSkew how far the clock of each is ahead of that of the one before
 * @param nodes how the other nodes of a database cluster are reached, beside the store's own URL
 */
public record Processes(int count, Duration clockSkew, List<String> nodes) {
  /** This one alone. */
  public static final Processes ONE = new Processes(1, Duration.ZERO, List.of());

  /** Keeps its own copy of the nodes. */
  public Processes {
    nodes = List.copyOf(nodes);
  }

  /**
   * The node that a process works with: one after the other, beginning with the store's own.
   *
   * @param process its number, from 1
   * @param first the store's own
   */
  public String node(int process, String first) {
    int turn = (process - 1) % (nodes.size() + 1);
    return turn == 0 ? first : nodes.get(turn - 1);
  }
}
