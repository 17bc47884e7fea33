package io.github.boxoffice.simulator.scenario;

import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.SeatMap;

/**
 * What is on sale.
 *
 * @param hall what the hall is called
 * @param seats its seats
 * @param prices what they cost
 * @param shows how many shows there are, all in halls like this
 */
public record Venue(String hall, SeatMap seats, PriceList prices, int shows) {}
