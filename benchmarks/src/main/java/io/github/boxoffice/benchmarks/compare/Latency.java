package io.github.boxoffice.benchmarks.compare;

import java.util.List;

/**
 * How long hold and confirm took together, refusals too, with the next begun when the last had
 * ended: such a load waits along with a database that stalls, and so hides how long others would
 * have.
 *
 * @param p50 half took no longer, in milliseconds
 * @param p99 nor did all but one in a hundred
 */
record Latency(double p50, double p99) {
  static Latency of(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return new Latency(at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * share)) / 1e6;
  }

  @Override
  public String toString() {
    return String.format("p50 %,6.1f ms, p99 %,6.1f ms", p50, p99);
  }
}
