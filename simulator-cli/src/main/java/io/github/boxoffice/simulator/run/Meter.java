package io.github.boxoffice.simulator.run;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long things took, in nanoseconds. Safe for use by any number of threads. */
final class Meter {
  /** Room is made once: growing it costs more than all the rest of a short run. */
  private static final long LONGEST = TimeUnit.HOURS.toNanos(2);

  private static final int FIGURES = 3;

  private final Recorder hold = new Recorder(LONGEST, FIGURES);
  private final Recorder confirm = new Recorder(LONGEST, FIGURES);
  private final Recorder booking = new Recorder(LONGEST, FIGURES);

  void hold(long nanos) {
    record(hold, nanos);
  }

  void confirm(long nanos) {
    record(confirm, nanos);
  }

  void booking(long nanos) {
    record(booking, nanos);
  }

  private static void record(Recorder recorder, long nanos) {
    recorder.recordValue(Math.min(LONGEST, Math.max(0, nanos)));
  }

  Latencies read() {
    return new Latencies(read(hold), read(confirm), read(booking));
  }

  private static Latency read(Recorder recorder) {
    Histogram seen = recorder.getIntervalHistogram();
    return new Latency(
        millis(seen.getValueAtPercentile(50)),
        millis(seen.getValueAtPercentile(90)),
        millis(seen.getValueAtPercentile(95)),
        millis(seen.getValueAtPercentile(99)),
        millis(seen.getValueAtPercentile(99.9)),
        millis(seen.getMaxValue()));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
