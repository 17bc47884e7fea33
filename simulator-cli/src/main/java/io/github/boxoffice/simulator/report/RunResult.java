package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.simulator.verdict.Count;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.util.Optional;

/**
 * A run that is over.
 *
 * @param name of the run: the strategy's, and which repetition it is
 * @param strategy who played
 * @param place where
 * @param seed with which chances
 * @param figures what was measured
 * @param verdict what the history says
 * @param week what else was measured if it was a week
 */
public record RunResult(
    String name,
    String strategy,
    Place place,
    long seed,
    Figures figures,
    Verdict verdict,
    Optional<WeekFigures> week) {
  /** One that is no week. */
  public RunResult(
      String name, String strategy, Place place, long seed, Figures figures, Verdict verdict) {
    this(name, strategy, place, seed, figures, verdict, Optional.empty());
  }

  /** How often this was counted in the history. */
  public long count(Count count) {
    return verdict.count(count);
  }

  /** While there was something to be had. */
  public double bookingsPerSecond() {
    double seconds = figures.sellingSeconds();
    return seconds > 0 ? count(Count.BOOKINGS) / seconds : 0;
  }
}
