package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of H2 in five parts. */
class LapsedByPartTest extends LapsedInTurnContract {
  private static final int PARTS = 5;

  LapsedByPartTest() {
    super(new TestedH2());
  }

  /**
   * Sixteen keys equally far apart, from the first of all on; one with which a part begins and the
   * one before, with which the first part ends; and the last of all.
   */
  @Override
  void fill(ShowId show) {
    for (int i = 0; i < 16; i++) {
      hold(show, i, Long.MIN_VALUE + ((long) i << 60));
    }
    long end = Long.MIN_VALUE + Long.divideUnsigned(-1, PARTS);
    hold(show, 16, end);
    hold(show, 17, end + 1);
    hold(show, 18, Long.MAX_VALUE);
  }

  private void hold(ShowId show, int seat, long key) {
    HoldId id = new HoldId(new UUID(0, key ^ Long.rotateLeft(show.value(), 42)));
    hold(new Claim(show, id, "user" + seat, SeatSet.of(seat)));
  }

  @Override
  Lapsed fromTheFirst(InstantSource time) {
    return from(Long.MIN_VALUE, time);
  }

  private Lapsed from(long first, InstantSource time) {
    return new LapsedByPart(Sale.of(tested.dialect(), Time.of(time)), 4, first);
  }

  @Override
  int parts() {
    return PARTS;
  }

  @Test
  void find_everyPart_hasItsKeys() {
    clock.advance(Shows.TTL);
    assertThat(findIn(PARTS)).extracting(List::size).containsExactly(5, 4, 3, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 62, Long.MAX_VALUE})
  void find_beginsAnywhere_comesToAll(long first) {
    assertComesToAll(from(first, clock));
  }
}
