package io.github.boxoffice.simulator.run;

/**
 * How long the steps of a sale took.
 *
 * @param hold from asking for seats to the answer, whether they were given or refused
 * @param confirm from asking for the booking to the answer
 * @param booking from asking for the seats to having the booking, thinking and paying included
 */
public record Latencies(Latency hold, Latency confirm, Latency booking) {}
