package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two pages of PostgreSQL are a part. */
class LapsedByPageTest extends LapsedInTurnContract {
  private static final int HOLDS = 300;

  LapsedByPageTest() {
    super(new TestedPostgres());
  }

  @Override
  void fill(ShowId show) {
    for (int i = 0; i < HOLDS; i++) {
      hold(Shows.claim(show, "user" + i, i));
    }
  }

  @Override
  Lapsed fromTheFirst(InstantSource time) {
    return from(0, time);
  }

  private Lapsed from(double start, InstantSource time) {
    return new LapsedByPage(Sale.of(tested.dialect(), Time.of(time)), 2, start);
  }

  @Override
  int parts() {
    return Math.toIntExact((ask("SELECT pg_relation_size('seat_hold') / 8192") + 1) / 2);
  }

  @Test
  void find_manyPages_readsTwo() {
    clock.advance(Shows.TTL);
    assertThat(parts()).isGreaterThan(2);
    assertThat(find(HOLDS)).hasSizeLessThan(HOLDS / 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.999})
  void find_beginsAnywhere_comesToAll(double start) {
    assertComesToAll(from(start, clock));
  }
}
