package io.github.boxoffice.catalog;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.Show;

/**
 * A show with the seats of its hall: what every sale needs to know.
 *
 * @param show the show
 * @param seatMap the seats of its hall
 */
public record OnSale(Show show, SeatMap seatMap) {
  /** What these seats cost together. */
  public Money price(SeatSet seats) {
    return show.plan().prices().total(seatMap, seats);
  }
}
