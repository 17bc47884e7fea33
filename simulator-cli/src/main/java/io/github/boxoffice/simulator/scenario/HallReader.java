package io.github.boxoffice.simulator.scenario;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a hall file; docs/halls.md says what may stand in it. */
final class HallReader {
  private static final int MOST_SEATS = 1 << 20;
  private static final long DEAREST = 3000;
  private static final long STEP = 500;
  private static final long CHEAPEST = 1000;

  private final List<Seat> seats = new ArrayList<>();
  private final Map<String, Json.Value> places = new HashMap<>();

  /** The first block of each zone, in the order of the file. */
  private final Map<String, Json.Value> zones = new LinkedHashMap<>();

  /**
   * A hall of which the price is known.
   *
   * @param name what it is called
   */
  record Hall(String name, SeatMap seats, PriceList prices) {}

  static Hall read(byte[] text) throws IOException {
    return new HallReader().read(Json.read(text));
  }

  private Hall read(Json.Value whole) {
    Fields fields = new Fields(whole, List.of("format", "name", "currency", "prices", "rows"));
    Json.Value format = fields.get("format");
    if (Fields.number(format) != 1) {
      throw format.wrong("this version reads format 1");
    }
    String name = Fields.text(fields.get("name"));
    Fields.list(fields.get("rows")).forEach(this::block);
    SeatMap map = SeatMap.of(seats);
    return new Hall(name, map, prices(fields));
  }

  private void block(Json.Value value) {
    Fields fields = new Fields(value, List.of("row", "seats", "zone", "wheelchair", "companion"));
    String row = Fields.text(fields.get("row"));
    Json.Value numbersAt = fields.get("seats");
    Set<Integer> numbers = SeatNumbers.parse(numbersAt);
    String zone = fields.find("zone").map(Fields::text).orElse(PriceList.STANDARD_ZONE);
    zones.putIfAbsent(zone, value);
    SeatKinds kinds = SeatKinds.of(fields, numbers);
    for (int number : numbers) {
      add(new Seat(row, number, zone, kinds.of(number)), numbersAt);
    }
  }

  private void add(Seat seat, Json.Value at) {
    Json.Value earlier = places.put(seat.label(), at);
    if (earlier != null) {
      throw at.wrong("seat " + seat.label() + " is there twice, first in line " + earlier.line());
    } else if (seats.size() == MOST_SEATS) {
      throw at.wrong("a hall has at most " + MOST_SEATS + " seats");
    }
    seats.add(seat);
  }

  private PriceList prices(Fields hall) {
    Currency currency = hall.find("currency").map(HallReader::currency).orElse(currency("EUR"));
    return hall.find("prices").map(at -> said(at, currency)).orElseGet(() -> derived(currency));
  }

  private static Currency currency(Json.Value value) {
    try {
      return currency(Fields.text(value));
    } catch (HallProblem e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw value.wrong("there is no currency '" + value.content() + "'");
    }
  }

  private static Currency currency(String code) {
    return Currency.getInstance(code);
  }

  private PriceList said(Json.Value at, Currency currency) {
    Fields prices = new Fields(at, List.copyOf(zones.keySet()));
    Map<String, Money> byZone = new HashMap<>();
    zones.forEach(
        (zone, block) -> {
          Json.Value price =
              prices.find(zone).orElseThrow(() -> at.wrong("zone '" + zone + "' has no price"));
          if (Fields.number(price) < 0) {
            throw price.wrong("a price must not be negative");
          }
          byZone.put(zone, new Money(Fields.number(price), currency));
        });
    return new PriceList(byZone);
  }

  /** The first zone is the dearest, and each further one costs a step less. */
  private PriceList derived(Currency currency) {
    Map<String, Money> byZone = new HashMap<>();
    long price = DEAREST;
    for (String zone : zones.keySet()) {
      byZone.put(zone, new Money(price, currency));
      price = Math.max(CHEAPEST, price - STEP);
    }
    return new PriceList(byZone);
  }
}
