package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link HoldId}, {@link PaymentId} and {@link ShowId}. */
class IdsTest {
  /** An id whose bits are not all used would be easier to guess than it looks. */
  @Test
  void random_manyIds_useAllTheirBits() {
    long high = 0;
    long low = 0;
    long notHigh = 0;
    long notLow = 0;
    for (int i = 0; i < 200; i++) {
      HoldId id = HoldId.random();
      high |= id.value().getMostSignificantBits();
      low |= id.value().getLeastSignificantBits();
      notHigh |= ~id.value().getMostSignificantBits();
      notLow |= ~id.value().getLeastSignificantBits();
    }
    assertThat(new long[] {high, low, notHigh, notLow}).containsOnly(-1L);
  }

  @Test
  void random_manyThreads_neverDrawTheSame() {
    Set<Object> ids = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              ids.add(HoldId.random().value());
              ids.add(PaymentId.random().value());
            });
    assertThat(ids).hasSize(40_000);
    assertThat(new HashSet<>(ids)).hasSize(40_000);
  }

  @Test
  void parse_whatToStringWrote_isTheSame() {
    HoldId hold = HoldId.random();
    PaymentId payment = PaymentId.random();
    assertThat(HoldId.parse(hold.toString())).isEqualTo(hold);
    assertThat(PaymentId.parse(payment.toString())).isEqualTo(payment);
    assertThat(ShowId.parse(new ShowId(42).toString())).isEqualTo(new ShowId(42));
  }

  @Test
  void parse_anythingElse_isRefusedByName() {
    assertThatThrownBy(() -> HoldId.parse("12"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hold id")
        .hasMessageContaining("12");
    assertThatThrownBy(() -> PaymentId.parse(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payment id");
    assertThatThrownBy(() -> ShowId.parse("one"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one");
    assertThatThrownBy(() -> ShowId.parse("0")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showId_comparesByNumber() {
    assertThat(new ShowId(9)).isLessThan(new ShowId(10));
  }
}
