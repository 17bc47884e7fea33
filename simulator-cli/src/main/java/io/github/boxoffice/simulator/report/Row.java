package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Latencies;
import io.github.boxoffice.simulator.run.Latency;
import io.github.boxoffice.simulator.verdict.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One strategy in all its runs: counts are sums, rates and times are medians.
 *
 * @param strategy which
 * @param runs its runs; never empty
 */
record Row(String strategy, List<RunResult> runs) {
  static List<Row> of(Campaign campaign) {
    Map<String, List<RunResult>> byStrategy =
        campaign.runs().stream().collect(Collectors.groupingBy(RunResult::strategy));
    List<Row> rows = new ArrayList<>();
    for (String strategy : campaign.plan().strategies()) {
      List<RunResult> runs = byStrategy.get(strategy);
      if (runs != null) {
        rows.add(new Row(strategy, runs));
      }
    }
    return rows;
  }

  long sum(Count count) {
    return runs.stream().mapToLong(run -> run.count(count)).sum();
  }

  long retries() {
    return runs.stream().mapToLong(run -> run.figures().retries()).sum();
  }

  double bookingsPerSecond() {
    return median(RunResult::bookingsPerSecond);
  }

  double hold(ToDoubleFunction<Latency> which) {
    return median(run -> which.applyAsDouble(times(run).hold()));
  }

  double booking(ToDoubleFunction<Latency> which) {
    return median(run -> which.applyAsDouble(times(run).booking()));
  }

  private static Latencies times(RunResult run) {
    return run.figures().latencies();
  }

  private double median(ToDoubleFunction<RunResult> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
