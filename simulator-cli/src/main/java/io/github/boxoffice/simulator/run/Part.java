package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.ShowId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What one of several processes does of a run.
 *
 * @param process its number, from 1; 0 is the one that opens the shows and closes them
 * @param firstUser how many users the processes before it have
 * @param shows what is on sale
 * @param clockAhead how far its clock is wrong
 * @param start when time began for all of them, by {@link System#nanoTime}
 * @param history where the events of its clients go
 * @param journal where it writes what the payment service did
 */
public record Part(
    int process,
    int firstUser,
    List<ShowId> shows,
    Duration clockAhead,
    long start,
    Path history,
    Path journal) {
  /** Keeps its own copy of the shows. */
  public Part {
    shows = List.copyOf(shows);
  }
}
