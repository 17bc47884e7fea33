package io.github.boxoffice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldPolicyTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void new_atTheLimits_isAllowed() {
    Duration shortest = Duration.ofMillis(1);
    assertThat(new HoldPolicy(shortest, shortest, 1).ttl()).isEqualTo(shortest);
  }

  @Test
  void new_beyondTheLimits_isRefused() {
    assertThatThrownBy(() -> new HoldPolicy(Duration.ofNanos(999_999), MINUTE, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HoldPolicy(MINUTE, MINUTE.minusMillis(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HoldPolicy(MINUTE, MINUTE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withTtl_longerThanTheLongest_prolongsThatToo() {
    assertThat(HoldPolicy.STANDARD.withTtl(Duration.ofHours(1)).longest())
        .isEqualTo(Duration.ofHours(1));
    assertThat(HoldPolicy.STANDARD.withTtl(MINUTE))
        .isEqualTo(new HoldPolicy(MINUTE, HoldPolicy.STANDARD.longest(), 10));
  }
}
