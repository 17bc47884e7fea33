package io.github.boxoffice.simulator.run;

/**
 * How far a run is.
 *
 * @param phase what it does now
 * @param bookings how many were made
 * @param unsold how many seats are not booked
 * @param seconds how long it has taken
 */
public record Glance(String phase, long bookings, int unsold, double seconds) {}
