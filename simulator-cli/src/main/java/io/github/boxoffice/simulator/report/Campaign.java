package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.scenario.Plan;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one call of the command did.
 *
 * @param plan what was to be done
 * @param command how to do it again
 * @param folder where its files are
 * @param runs those that ended, in the order they were played
 * @param ownMicros microseconds of a processor that a booking costs the simulator itself, if that
 *     was measured
 */
public record Campaign(
    Plan plan, String command, Path folder, List<RunResult> runs, OptionalDouble ownMicros) {
  /** Keeps its own copy of the runs. */
  public Campaign {
    runs = List.copyOf(runs);
  }

  /** Whether it was ended early. */
  public boolean isCut() {
    return runs.size() < plan.strategies().size() * plan.repeat();
  }

  /** The worst of the verdicts; unknown if there is none. */
  public Verdict.Result result() {
    return VerdictText.result(runs.stream().map(RunResult::verdict).toList());
  }
}
