package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.report.Section;
import io.github.boxoffice.benchmarks.report.Section.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {
  private static final Settings SHORT =
      Settings.parse(List.of("--rounds", "1", "--seconds", "1", "--shows", "2"));

  @ParameterizedTest
  @CsvSource({"MEMORY, spread, 1", "H2, hot, 6", "H2, rush, 2"})
  void run_twoContenders_tellsSalesWaitsCostsAndTheGoal(Field field, String crowd, int together) {
    Load load = new Load(crowd, 4, together);
    Contender peer = field.contenders().get(0);
    Contender ours = field.ours("optimistic", peer.name()).must(0.000_1, peer.name(), load);
    Section section = Turns.run(new Race(field, load, List.of(peer, ours)), SHORT, 0);
    assertThat(section.rows()).extracting(Row::ours).containsExactly(false, true);
    assertThat(section.rows()).allSatisfy(row -> measured(row, crowd));
    assertThat(section.rows().get(1).ratio()).endsWith(" of " + peer.name());
    assertThat(section.rows().get(1).verdicts())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.reached()).isTrue());
  }

  private static void measured(Row row, String crowd) {
    assertThat(row.figures().sold()).isPositive();
    assertThat(row.figures().sale().p99()).isPositive();
    assertThat(row.figures().cost().bytes()).isPositive();
    assertThat(row.figures().cost().micros()).isPositive();
    if (crowd.equals(Load.SPREAD)) {
      assertThat(row.figures().refused()).isZero();
    } else {
      assertThat(row.figures().refused()).isPositive();
      assertThat(row.figures().refusal().p99()).isPositive();
    }
  }
}
