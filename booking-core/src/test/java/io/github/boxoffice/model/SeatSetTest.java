package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeatSetTest {
  @Test
  void of_anyOrder_isInSeatOrder() {
    SeatSet set = SeatSet.of(9, 0, 4);
    assertThat(set.stream()).containsExactly(0, 4, 9);
    assertThat(set.size()).isEqualTo(3);
    assertThat(set.get(1)).isEqualTo(4);
    assertThat(set).isEqualTo(SeatSet.of(4, 9, 0)).hasSameHashCodeAs(SeatSet.of(4, 9, 0));
    assertThat(set).isNotEqualTo(SeatSet.of(4, 9)).isNotEqualTo("0,4,9");
  }

  @Test
  void of_callersArray_isCopied() {
    int[] positions = {2, 1};
    SeatSet set = SeatSet.of(positions);
    positions[0] = 7;
    assertThat(set).hasToString("1,2");
    assertThat(positions[1]).isEqualTo(1);
  }

  @Test
  void of_seatNamedTwice_isRefused() {
    assertThatThrownBy(() -> SeatSet.of(1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1");
  }

  @Test
  void of_negativePosition_isRefused() {
    assertThatThrownBy(() -> SeatSet.of(3, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void sideBySide_isTheSameAsNamed() {
    assertThat(SeatSet.sideBySide(4, 3)).isEqualTo(SeatSet.of(6, 4, 5)).hasToString("4,5,6");
    assertThat(SeatSet.sideBySide(4, 0)).isSameAs(SeatSet.empty());
    assertThat(SeatSet.of(6, 4, 5).isSideBySide()).isTrue();
    assertThat(SeatSet.of(4, 6).isSideBySide()).isFalse();
  }

  @Test
  void sideBySide_noSuchPositions_isRefused() {
    assertThatThrownBy(() -> SeatSet.sideBySide(-1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position must not be negative, was -1");
    assertThatThrownBy(() -> SeatSet.sideBySide(1, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("size must not be negative, was -2");
    assertThatThrownBy(() -> SeatSet.sideBySide(Integer.MAX_VALUE - 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("size must leave room, was 2");
  }

  @Test
  void contains_eachOfItsSeatsAndNoOther() {
    SeatSet set = SeatSet.of(1, 5);
    assertThat(set.contains(1)).isTrue();
    assertThat(set.contains(5)).isTrue();
    assertThat(set.contains(0)).isFalse();
    assertThat(set.contains(3)).isFalse();
    assertThat(set.contains(6)).isFalse();
  }

  @Test
  void parse_whatToStringWrote_isTheSame() {
    assertThat(SeatSet.parse(SeatSet.of(12, 3).toString())).isEqualTo(SeatSet.of(3, 12));
    assertThat(SeatSet.parse(SeatSet.empty().toString())).isEqualTo(SeatSet.empty());
    assertThat(SeatSet.of()).isSameAs(SeatSet.empty());
  }
}
