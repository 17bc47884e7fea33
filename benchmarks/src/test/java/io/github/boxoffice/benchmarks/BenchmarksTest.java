package io.github.boxoffice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.benchmarks.compare.HeapPerSeat;
import io.github.boxoffice.benchmarks.till.Till;
import io.github.boxoffice.lock.Strategies;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That the benchmarks run and sell; what they measure here means nothing. */
class BenchmarksTest {

  @ParameterizedTest
  @ValueSource(strings = {"HoldAndConfirm", "HoldAndPay", "ByHand"})
  void spread_sellsAndRefusesNobody(String benchmark) throws RunnerException {
    assertThat(run(new OptionsBuilder().include("\\." + benchmark + "\\."), "spread"))
        .allSatisfy(
            result -> {
              assertThat(rate(result, "sold")).isPositive();
              assertThat(rate(result, "refused")).isZero();
            });
  }

  @Test
  void postgres_sellsAndRefusesNobody() throws RunnerException {
    ChainedOptionsBuilder optimistic =
        new OptionsBuilder()
            .include("HoldAndPay")
            .param("strategy", "optimistic")
            .param("store", "postgres");
    assertThat(run(optimistic, "spread"))
        .allSatisfy(
            result -> {
              assertThat(rate(result, "sold")).isPositive();
              assertThat(rate(result, "refused")).isZero();
            });
  }

  @Test
  void hot_sellsEachSeatOnceAndRefusesTheOthers() throws RunnerException {
    ChainedOptionsBuilder optimistic =
        new OptionsBuilder().include("HoldAndConfirm").param("strategy", "optimistic");
    assertThat(run(optimistic, "hot"))
        .allSatisfy(result -> assertThat(rate(result, "sold")).isPositive());
  }

  @Test
  void strategies_areAllMeasured() throws NoSuchFieldException {
    Param strategies = HoldAndConfirm.class.getField("strategy").getAnnotation(Param.class);
    assertThat(List.of(strategies.value())).isEqualTo(Strategies.names());
  }

  @Test
  void heap_isAtMost100BytesASeat() {
    HeapPerSeat.Bytes bytes = HeapPerSeat.measure(new Till.Size(50, 2000, 2));
    assertThat(bytes.free()).isBetween(4.0, 20.0);
    assertThat(bytes.soldOut()).isBetween(40.0, 100.0);
  }

  private static double rate(RunResult result, String counter) {
    return result.getSecondaryResults().get(counter).getScore();
  }

  /** In this JVM: a fork for each would take minutes. */
  private static Collection<RunResult> run(ChainedOptionsBuilder which, String crowd)
      throws RunnerException {
    which
        .param("shows", "20")
        .param("seats", "100")
        .param("crowd", crowd)
        .mode(Mode.Throughput)
        .threads(2)
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(50))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
    return new Runner(which.build()).run();
  }
}
