package io.github.boxoffice.benchmarks.compare;

import java.util.List;
import java.util.Locale;

/**
 * What a contender came to in one turn.
 *
 * @param waits of all attempts
 * @param seconds how long it took
 * @param effort what this JVM spent on it
 */
record Result(Waits waits, double seconds, Effort effort) {
  /** What a turn begins with. */
  static Result nothing() {
    return of(List.of(), 0);
  }

  /** What all buyers came to, before anybody says what was spent. */
  static Result of(List<Waits> buyers, double seconds) {
    Waits all = new Waits();
    buyers.forEach(all::add);
    return new Result(all, seconds, Effort.NONE);
  }

  /** This turn and that one as one. */
  Result plus(Result other) {
    Waits both = new Waits();
    both.add(waits);
    both.add(other.waits);
    return new Result(both, seconds + other.seconds, effort.plus(other.effort));
  }

  Result spending(Effort spent) {
    return new Result(waits, seconds, spent);
  }

  double sales() {
    return waits.sold().getTotalCount() / seconds;
  }

  double refusals() {
    return waits.refused().getTotalCount() / seconds;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,12.0f sold/s %,12.0f refused/s", sales(), refusals());
  }
}
