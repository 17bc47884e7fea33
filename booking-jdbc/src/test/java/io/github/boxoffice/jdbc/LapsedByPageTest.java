package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.time.InstantSource;
import java.util.List;
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
    return from(start, time, 2);
  }

  private Lapsed from(double start, InstantSource time, int pages) {
    return new LapsedByPage(Sale.of(tested.dialect(), Time.of(time)), pages, start);
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

  @Test
  void find_fewPages_readsAll() {
    clock.advance(Shows.TTL);
    begin(from(0.999, clock, 2 * parts()));
    assertThat(find(HOLDS)).containsExactlyInAnyOrderElementsOf(claims);
    assertThat(find(HOLDS)).containsExactlyInAnyOrderElementsOf(claims);
  }

  /** Those it would come to next are gone. */
  @Test
  void find_fewerPagesThanBefore_beginsAnew() {
    clock.advance(Shows.TTL);
    List<Claim> first = findIn(parts() - 1).get(0);
    execute("DELETE FROM seat_hold WHERE ctid >= '(4,0)'");
    execute("VACUUM seat_hold");
    assertThat(parts()).isEqualTo(2);
    assertThat(find(HOLDS)).isEqualTo(first);
  }

  @Test
  void find_noPages_findsNone() {
    execute("TRUNCATE seat_hold");
    assertThat(parts()).isZero();
    assertThat(find(HOLDS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.999})
  void find_beginsAnywhere_comesToAll(double start) {
    assertComesToAll(from(start, clock));
  }
}
