package io.github.boxoffice.benchmarks.report;

/**
 * What this machine can do at most of something that every sale needs.
 *
 * @param name what was done again and again
 * @param perSecond how often in a second
 * @param meaning which sales it bounds, and why
 */
public record Bound(String name, double perSecond, String meaning) {}
