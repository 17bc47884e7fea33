package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatMapTest {
  private static Seat seat(String row, int number, String zone) {
    return new Seat(row, number, zone, SeatKind.STANDARD);
  }

  @Test
  void grid_namesRowsLikeASpreadsheet() {
    SeatMap map = SeatMap.grid(703, 1);
    assertThat(map.size()).isEqualTo(703);
    assertThat(map.labels(SeatSet.of(0, 25, 26, 51, 52, 701, 702)))
        .containsExactly("A-1", "Z-1", "AA-1", "AZ-1", "BA-1", "ZZ-1", "AAA-1");
  }

  @Test
  void grid_countsSeatsRowByRow() {
    SeatMap map = SeatMap.grid(2, 3);
    assertThat(map.labels(SeatSet.of(0, 1, 2, 3, 4, 5)))
        .containsExactly("A-1", "A-2", "A-3", "B-1", "B-2", "B-3");
    assertThat(map.zones()).containsExactly(PriceList.STANDARD_ZONE);
  }

  @Test
  void grid_withoutSeats_isRefused() {
    assertThatThrownBy(() -> SeatMap.grid(0, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SeatMap.grid(3, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_noSeatOrOneTwice_isRefused() {
    List<Seat> none = List.of();
    List<Seat> twice = List.of(seat("A", 1, "stalls"), seat("A", 1, "balcony"));
    assertThatThrownBy(() -> SeatMap.of(none)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SeatMap.of(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A-1");
  }

  @Test
  void of_callersList_isCopied() {
    List<Seat> seats = new ArrayList<>(List.of(seat("A", 1, "stalls")));
    SeatMap map = SeatMap.of(seats);
    seats.clear();
    assertThat(map.size()).isEqualTo(1);
    assertThat(map).isEqualTo(SeatMap.of(map.seats())).hasSameHashCodeAs(SeatMap.of(map.seats()));
  }

  @Test
  void select_labels_findsTheirSeats() {
    SeatMap map = SeatMap.grid(2, 3);
    assertThat(map.select(List.of("B-1", "A-2"))).isEqualTo(SeatSet.of(1, 3));
    assertThat(map.position("B-3")).contains(5);
    assertThat(map.position("C-1")).isEmpty();
  }

  @Test
  void select_unknownOrDoubledLabel_isRefused() {
    SeatMap map = SeatMap.grid(2, 3);
    assertThatThrownBy(() -> map.select(List.of("A-1", "C-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("C-9");
    assertThatThrownBy(() -> map.select(List.of("A-1", "A-1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(map.unknown(List.of("C-9", "A-1", "a-1"))).containsExactly("C-9", "a-1");
  }

  @Test
  void zones_areSortedAndOnce() {
    SeatMap map =
        SeatMap.of(
            List.of(seat("A", 1, "stalls"), seat("B", 1, "balcony"), seat("B", 2, "stalls")));
    assertThat(map.zones()).containsExactly("balcony", "stalls");
  }
}
