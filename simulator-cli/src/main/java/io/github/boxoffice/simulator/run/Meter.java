package io.github.boxoffice.simulator.run;

import java.util.concurrent.TimeUnit;
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

  Times read() {
    return new Times(
        hold.getIntervalHistogram(),
        confirm.getIntervalHistogram(),
        booking.getIntervalHistogram());
  }
}
