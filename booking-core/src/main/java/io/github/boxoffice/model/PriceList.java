package io.github.boxoffice.model;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a seat of each zone costs at a show. All prices are in one currency.
 *
 * @param byZone the price of a seat, by zone
 */
public record PriceList(Map<String, Money> byZone) {
  /** The zone of halls that have only one. */
  public static final String STANDARD_ZONE = "standard";

  /** Keeps its own copy; refuses an empty list and mixed currencies. */
  public PriceList {
    byZone = Map.copyOf(byZone);
    Check.that(!byZone.isEmpty(), "a price list needs at least one zone");
    long currencies = byZone.values().stream().map(Money::currency).distinct().count();
    Check.that(currencies == 1, "a price list must be in one currency, found %s", currencies);
  }

  /** The same price in each of the hall's zones. */
  public static PriceList flat(SeatMap hall, Money price) {
    return new PriceList(hall.zones().stream().collect(Collectors.toMap(zone -> zone, z -> price)));
  }

  /**
   * What these seats cost together.
   *
   * @throws IllegalArgumentException if a seat's zone has no price
   */
  public Money total(SeatMap hall, SeatSet seats) {
    Check.that(seats.size() > 0, "seats must not be empty");
    Money total = price(hall.seats().get(seats.get(0)));
    for (int i = 1; i < seats.size(); i++) {
      total = total.plus(price(hall.seats().get(seats.get(i))));
    }
    return total;
  }

  private Money price(Seat seat) {
    Money price = byZone.get(seat.zone());
    if (price == null) {
      throw new IllegalArgumentException(
          "zone " + seat.zone() + " of seat " + seat.label() + " has no price");
    }
    return price;
  }
}
