package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.verdict.Judge;
import io.github.boxoffice.simulator.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How a history is put before the judge. */
final class Judging {
  private Judging() {}

  static Verdict verdict(Path history, Scenario scenario) throws IOException {
    long limit = scenario.till().timeLimit(scenario.habits()).toMillis();
    return Judge.judge(
        history,
        new Judge.Scenario(
            OptionalDouble.of(scenario.till().failureRate()), OptionalLong.of(limit)));
  }
}
