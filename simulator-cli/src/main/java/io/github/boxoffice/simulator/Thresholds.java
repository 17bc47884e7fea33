package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.report.Campaign;
import io.github.boxoffice.simulator.report.RunResult;
import io.github.boxoffice.simulator.report.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether every run reached what it had to. */
record Thresholds(List<Threshold> wanted, Campaign campaign) {
  boolean areMissed() {
    return wanted.stream().anyMatch(threshold -> !missedBy(threshold).isEmpty());
  }

  private List<RunResult> missedBy(Threshold threshold) {
    return campaign.runs().stream().filter(run -> !threshold.isMetBy(run)).toList();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Threshold threshold : wanted) {
      List<RunResult> missed = missedBy(threshold);
      if (missed.isEmpty()) {
        lines.add("threshold met: " + threshold.text());
      }
      for (RunResult run : missed) {
        lines.add(
            "threshold MISSED: "
                + threshold.text()
                + ": "
                + run.name()
                + " had "
                + value(threshold, run));
      }
    }
    return lines;
  }

  private static String value(Threshold threshold, RunResult run) {
    double value = threshold.value(run);
    String number =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.3f", value);
    return number + threshold.metric().unit();
  }
}
