package io.github.boxoffice.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.benchmarks.report.Load;
import io.github.boxoffice.benchmarks.report.Section.Figures;
import io.github.boxoffice.benchmarks.report.Section.Row;
import io.github.boxoffice.benchmarks.report.Section.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Load LOAD = new Load(Load.SPREAD, 8, 2);
  private static final Contender SLOW = Contender.peer("slow");
  private static final Contender FAST = Contender.peer("fast");
  private static final Contender OURS =
      Contender.ours("optimistic", "memory", "fast")
          .must(100, "", LOAD)
          .must(1.0, "slow", LOAD)
          .must(1.5, "fast", LOAD)
          .must(1.0, "absent", LOAD)
          .must(1.0, "slow", new Load(Load.SPREAD, 64, 2));

  /** Sales a second of slow, fast and ours, in three rounds. */
  private final Table table = table(new int[][] {{50, 80, 90}, {60, 60, 60}, {90, 100, 120}});

  @Test
  void section_severalRounds_takesMediansAndRatiosWithinARound() {
    Row ours = table.section().rows().get(2);
    assertThat(ours.figures().sold()).isEqualTo(90);
    assertThat(ours.ratio()).isEqualTo("1.13 (1.00..1.20) of fast");
  }

  @Test
  void section_peers_haveNoRivalAndNoGoal() {
    assertThat(table.section().rows().subList(0, 2))
        .allSatisfy(
            row -> {
              assertThat(row.label()).startsWith("by hand: ");
              assertThat(row.ratio()).isEmpty();
              assertThat(row.verdicts()).isEmpty();
            });
  }

  @Test
  void section_severalGoals_judgesThoseOfThisLoadWhosePeerIsThere() {
    assertThat(table.section().rows().get(2).verdicts())
        .containsExactly(
            new Verdict("at least 100/s", false, "90"),
            new Verdict("at least 1.0 x slow", true, "1.33"),
            new Verdict("at least 1.5 x fast", false, "1.13"));
  }

  /** The one with the goal sells 1.13 of fast, another of ours 1.33, and somebody else more. */
  @Test
  void section_goalForTheBest_isJudgedByThatOfOursThatSoldMost() {
    Contender other = Contender.ours("pessimistic", "memory", "fast");
    Contender ours = OURS.best(1.3, "fast", LOAD);
    Table best = new Table(new Race(Field.MEMORY, LOAD, List.of(SLOW, FAST, other, ours)));
    best.add(List.of(result(500), result(60), result(80), result(68)));
    assertThat(best.section().rows().get(3).verdicts())
        .contains(new Verdict("the best at least 1.3 x fast", true, "1.33"));
  }

  @Test
  void section_goalsForWaits_areJudgedBySalesOfTheSameRound() {
    Contender ours =
        Contender.ours("batched", "memory", "slow")
            .within(0.1, Measure.P99, "slow", LOAD)
            .within(1.1, Measure.P50, "slow", LOAD);
    Table waits = new Table(new Race(Field.MEMORY, LOAD, List.of(SLOW, ours)));
    waits.add(List.of(result(99, 10, 200), result(99, 11, 18)));
    waits.add(List.of(result(99, 10, 400), result(99, 12, 36)));
    waits.add(List.of(result(99, 10, 100), result(99, 15, 20)));
    assertThat(waits.section().rows().get(1).verdicts())
        .containsExactly(
            new Verdict("p99 at most 0.1 x slow", true, "0.09"),
            new Verdict("p50 at most 1.1 x slow", false, "1.20"));
  }

  @Test
  void section_wins_areTimedApartFromRefusals() {
    Figures figures = table.section().rows().get(2).figures();
    assertThat(figures.refused()).isEqualTo(1);
    assertThat(figures.sale().p99()).isBetween(19.0, 21.0);
    assertThat(figures.refusal().p99()).isBetween(0.99, 1.01);
  }

  @Test
  void section_costs_areThoseOfASaleOverAllRounds() {
    var cost = table.section().rows().get(2).figures().cost();
    assertThat(cost.bytes()).isEqualTo(3 * 27_000 / 270.0);
    assertThat(cost.micros()).isEqualTo(3 * 270 / 270.0);
    assertThat(cost.collections()).isEqualTo(3);
    assertThat(cost.collectionMillis()).isEqualTo(6);
  }

  private static Table table(int[][] rounds) {
    Table table = new Table(new Race(Field.MEMORY, LOAD, List.of(SLOW, FAST, OURS)));
    for (int[] sales : rounds) {
      table.add(List.of(result(sales[0]), result(sales[1]), result(sales[2])));
    }
    return table;
  }

  /** So many sales of 20 ms and one refusal of 1 ms in a second. */
  private static Result result(int sales) {
    return result(sales - 2, 20, 20);
  }

  /** So many sales of so many milliseconds, two that took longer, and one refusal in a second. */
  private static Result result(int sales, int millis, int longest) {
    Waits waits = new Waits();
    for (int i = 0; i < sales; i++) {
      waits.add(true, millis * 1_000_000L);
    }
    waits.add(true, longest * 1_000_000L);
    waits.add(true, longest * 1_000_000L);
    waits.add(false, 1_000_000);
    return new Result(waits, 1, new Effort(270_000, 27_000, 1, 2));
  }
}
