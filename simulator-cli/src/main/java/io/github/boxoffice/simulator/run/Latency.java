package io.github.boxoffice.simulator.run;

/**
 * How long something took, in milliseconds; all 0 if it never happened.
 *
 * @param p50 the median
 * @param p90 nine in ten took no longer
 * @param p95 19 in 20
 * @param p99 99 in 100
 * @param p999 999 in 1000
 * @param max the longest
 */
public record Latency(double p50, double p90, double p95, double p99, double p999, double max) {}
