package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.Outcome;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of a {@link Turnout}. Safe for use by any number of threads. */
final class Tally {
  private final LongAdder attempts = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder contended = new LongAdder();
  private final LongAdder bookings = new LongAdder();
  private final LongAdder holding = new LongAdder();
  private final long begun = System.nanoTime();
  private final LongAccumulator first = new LongAccumulator(Long::min, Long.MAX_VALUE);
  private final LongAccumulator last = new LongAccumulator(Long::max, 0);

  void came() {
    first.accumulate(System.nanoTime() - begun);
  }

  void asked(Outcome<Hold> answer, long nanos) {
    attempts.increment();
    holding.add(nanos);
    if (answer instanceof Outcome.Refused<Hold> no) {
      (no.reason().isUndecided() ? contended : refused).increment();
    }
  }

  void left(boolean booked) {
    if (booked) {
      last.accumulate(System.nanoTime() - begun);
      bookings.increment();
    }
  }

  Turnout read() {
    double seconds = Math.max(0, last.get() - Math.min(first.get(), last.get())) / 1e9;
    return new Turnout(
        attempts.sum(),
        refused.sum(),
        contended.sum(),
        bookings.sum(),
        seconds,
        holding.sum() / 1e9);
  }
}
