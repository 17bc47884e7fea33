package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StrategiesTest {
  @Test
  void names_areSorted() {
    assertThat(Strategies.names())
        .isSorted()
        .contains("batched", "lease", "optimistic", "pessimistic", "serializable");
  }

  @Test
  void named_eachOfOurs_bearsItsName() {
    assertThat(Strategies.names())
        .allSatisfy(name -> assertThat(Strategies.named(name).name()).isEqualTo(name));
  }

  @Test
  void named_unknown_saysWhichThereAre() {
    assertThatThrownBy(() -> Strategies.named("psychic"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("psychic")
        .hasMessageContaining("optimistic");
  }
}
