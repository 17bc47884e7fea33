package io.github.boxoffice.simulator.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.boxoffice.simulator.run.Figures;
import io.github.boxoffice.simulator.run.Times;
import java.util.List;

/** What a worker says that it measured, as a line of JSON. */
record Report(double elapsed, double selling, long retries, long missed, List<String> times) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static String text(Figures figures) {
    Report report =
        new Report(
            figures.elapsedSeconds(),
            figures.sellingSeconds(),
            figures.retries(),
            figures.missedVisits(),
            figures.times().text());
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Figures parse(String text) {
    try {
      Report report = JSON.readValue(text, Report.class);
      return new Figures(
          report.elapsed,
          report.selling,
          report.retries,
          report.missed,
          Times.parse(report.times),
          List.of());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no report of a worker: " + text, e);
    }
  }
}
