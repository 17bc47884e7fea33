package io.github.boxoffice.model;

import java.time.Instant;

/**
 * One screening in one hall, with its seats on sale.
 *
 * @param id given by the store
 * @param plan what is shown, where, when and on which terms
 */
public record Show(ShowId id, Plan plan) {
  /**
   * A show as it is planned, before the store gives it an id and puts its seats on sale.
   *
   * @param movieId what is shown
   * @param hallId where
   * @param startsAt when; nobody can take a seat from then on
   * @param prices what the seats cost
   * @param holds how long and how many seats may be held
   */
  public record Plan(
      long movieId, long hallId, Instant startsAt, PriceList prices, HoldPolicy holds) {}
}
