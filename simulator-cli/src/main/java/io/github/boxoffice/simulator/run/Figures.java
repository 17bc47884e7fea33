package io.github.boxoffice.simulator.run;

/**
 * What was measured in a run, beside what the history says.
 *
 * @param elapsedSeconds from the first user to the last
 * @param sellingSeconds the same without the time in which every user waited for held seats to come
 *     back
 * @param retries how often the store or its leases said "again" to the strategy
 * @param missedVisits visits that were due and never began (open model)
 * @param latencies how long the steps took
 */
public record Figures(
    double elapsedSeconds,
    double sellingSeconds,
    long retries,
    long missedVisits,
    Latencies latencies) {}
