package io.github.boxoffice.simulator.report;

import io.github.boxoffice.simulator.run.Latency;
import io.github.boxoffice.simulator.verdict.Count;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** result.csv: a row a run, under a header. */
public final class ResultCsv {
  private ResultCsv() {}

  /** The text of the file. */
  public static String text(Campaign campaign) {
    List<String> lines = new ArrayList<>();
    for (RunResult run : campaign.runs()) {
      Map<String, Object> cells = cells(run);
      if (lines.isEmpty()) {
        lines.add(String.join(",", cells.keySet()));
      }
      lines.add(cells.values().stream().map(ResultCsv::cell).collect(Collectors.joining(",")));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static Map<String, Object> cells(RunResult run) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("name", run.name());
    cells.put("strategy", run.strategy());
    cells.put("store", run.place().storeName());
    cells.put("seed", run.seed());
    cells.put("verdict", run.verdict().result());
    cells.put("elapsedSeconds", Numbers.rounded(run.figures().elapsedSeconds()));
    cells.put("sellingSeconds", Numbers.rounded(run.figures().sellingSeconds()));
    for (Count count : Count.values()) {
      cells.put(count.text(), run.count(count));
    }
    cells.put("retries", run.figures().retries());
    cells.put("bookingsPerSecond", Numbers.rounded(run.bookingsPerSecond()));
    times(cells, "hold", run.figures().latencies().hold());
    times(cells, "confirm", run.figures().latencies().confirm());
    times(cells, "booking", run.figures().latencies().booking());
    return cells;
  }

  private static void times(Map<String, Object> cells, String step, Latency latency) {
    cells.put(step + "P50Millis", Numbers.rounded(latency.p50()));
    cells.put(step + "P90Millis", Numbers.rounded(latency.p90()));
    cells.put(step + "P95Millis", Numbers.rounded(latency.p95()));
    cells.put(step + "P99Millis", Numbers.rounded(latency.p99()));
    cells.put(step + "P999Millis", Numbers.rounded(latency.p999()));
    cells.put(step + "MaxMillis", Numbers.rounded(latency.max()));
  }

  private static String cell(Object value) {
    String text = value.toString();
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
