package io.github.boxoffice.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correct runs, thousands of them: none is ever called inconsistent. */
class RandomRunsTest {
  private static final int SEEDS = Integer.getInteger("boxoffice.seeds", 500);

  @Test
  void correctRuns_areNeverInconsistent() {
    Map<Verdict.Result, Integer> results = new EnumMap<>(Verdict.Result.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomRun run = RandomRun.of(seed);
      boolean journal = seed % 2 == 0;
      var scenario = RandomRun.scenario(seed % 3 == 0);
      Verdict verdict = Judge.judge(run.events(), journal ? run.journal() : null, scenario);
      assertThat(verdict.violations()).as("seed %s", seed).isEmpty();
      if (journal) {
        assertThat(verdict.doubts())
            .as("seed %s: the gateway settles what is unknown", seed)
            .allSatisfy(doubt -> assertThat(doubt).startsWith("too little happened"));
      }
      results.merge(verdict.result(), 1, Integer::sum);
    }
    assertThat(results.get(Verdict.Result.CONSISTENT)).isGreaterThan(SEEDS * 3 / 4);
  }
}
