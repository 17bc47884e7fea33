package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.benchmarks.compare.Contender.Goal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Contender PEER = Contender.peer("put-if-absent");
  private static final Contender OURS =
      Contender.ours("optimistic", "memory", Goal.ratio(0.0001, "put-if-absent"));

  @Test
  void run_twoContenders_tellsSalesWaitsAndTheGoal() {
    Race race = new Race("memory", 2, "spread", List.of(PEER, OURS));
    Table table = Turns.run(race, new Settings(1, 1, 1, 20, "", List.of()));
    assertThat(table.toString().lines().skip(2))
        .hasSize(2)
        .allMatch(row -> row.matches(".* [0-9,]+ +[0-9.]+ +[0-9.]+[.]{2}[0-9.]+ +[0-9]+/[0-9]+.*"))
        .last()
        .asString()
        .contains("x put-if-absent: yes");
  }

  @Test
  void judge_severalGoals_saysOfEach() {
    Goal goal = Goal.sales(100).and(1.0, "slow").and(1.5, "fast").and(1.0, "absent");
    String verdict =
        goal.judge(90, peer -> !peer.equals("absent"), Map.of("slow", 1.2, "fast", 1.4)::get);
    assertThat(verdict)
        .isEqualTo(
            "at least 100/s: NO; at least 1.0 x slow: yes, 1.20; at least 1.5 x fast: NO, 1.40");
  }
}
