package io.github.boxoffice.benchmarks.compare;

import org.jspecify.annotations.Nullable;

/**
 * What a contender came to in one round.
 *
 * @param sales sales a second
 * @param latency how long buyers waited; null where it was not measured
 */
record Result(double sales, @Nullable Latency latency) {
  @Override
  public String toString() {
    return String.format("%,12.0f sold/s %s", sales, latency == null ? "" : latency);
  }
}
