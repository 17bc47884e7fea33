package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link Money} and {@link PriceList}. */
class PricesTest {
  private static final SeatMap HALL =
      SeatMap.of(
          List.of(
              new Seat("A", 1, "stalls", SeatKind.STANDARD),
              new Seat("A", 2, "stalls", SeatKind.STANDARD),
              new Seat("B", 1, "balcony", SeatKind.STANDARD)));

  @Test
  void money_negativeOrOfNoCurrency_isRefused() {
    assertThatThrownBy(() -> Money.of(-1, "EUR")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of(1, "XYZZY")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Money.of(0, "JPY").minorUnits()).isZero();
  }

  @Test
  void plus_sameCurrency_adds() {
    assertThat(Money.of(1250, "EUR").plus(Money.of(50, "EUR"))).isEqualTo(Money.of(1300, "EUR"));
  }

  @Test
  void plus_otherCurrencyOrTooMuch_isRefused() {
    Money euros = Money.of(1, "EUR");
    Money all = Money.of(Long.MAX_VALUE, "EUR");
    Money francs = Money.of(1, "CHF");
    assertThatThrownBy(() -> euros.plus(francs)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> all.plus(euros)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void total_seatsOfSeveralZones_addsTheirPrices() {
    PriceList prices =
        new PriceList(Map.of("stalls", Money.of(900, "EUR"), "balcony", Money.of(1500, "EUR")));
    assertThat(prices.total(HALL, SeatSet.of(0, 2))).isEqualTo(Money.of(2400, "EUR"));
    assertThat(prices.total(HALL, SeatSet.of(0, 1))).isEqualTo(Money.of(1800, "EUR"));
  }

  @Test
  void total_noSeatsOrNoPrice_isRefused() {
    PriceList stalls = new PriceList(Map.of("stalls", Money.of(900, "EUR")));
    SeatSet balcony = SeatSet.of(0, 2);
    assertThatThrownBy(() -> stalls.total(HALL, SeatSet.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stalls.total(HALL, balcony))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("balcony")
        .hasMessageContaining("B-1");
  }

  @Test
  void flat_eachZone_hasThePrice() {
    PriceList flat = PriceList.flat(HALL, Money.of(700, "EUR"));
    assertThat(flat.byZone()).containsOnlyKeys("stalls", "balcony");
    assertThat(flat.total(HALL, SeatSet.of(0, 1, 2))).isEqualTo(Money.of(2100, "EUR"));
  }

  @Test
  void priceList_emptyOrOfTwoCurrencies_isRefused() {
    Map<String, Money> mixed = Map.of("a", Money.of(1, "EUR"), "b", Money.of(1, "CHF"));
    Map<String, Money> empty = Map.of();
    assertThatThrownBy(() -> new PriceList(mixed)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PriceList(empty)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void priceList_callersMap_isCopied() {
    Map<String, Money> prices = new HashMap<>(Map.of("stalls", Money.of(1, "EUR")));
    PriceList list = new PriceList(prices);
    prices.clear();
    assertThat(list.byZone()).containsOnlyKeys("stalls");
  }
}
