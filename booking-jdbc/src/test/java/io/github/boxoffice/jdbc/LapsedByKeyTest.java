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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four holds of MariaDB are a part, of two shows that follow each other and one far from them. */
class LapsedByKeyTest extends LapsedInTurnContract {
  private static final int PART = 4;

  LapsedByKeyTest() {
    super(new TestedMariaDb());
  }

  /** Ten holds with ids from the least to the greatest, ten others, and two. */
  @Override
  void fill(ShowId show) {
    ShowId following = new ShowId(show.value() + 1);
    ShowId last = new ShowId(show.value() + 99);
    for (ShowId other : List.of(following, last)) {
      execute(
          "INSERT INTO show_seat (show_id, seat_no) SELECT %d, seat_no FROM show_seat WHERE show_id = %d"
              .formatted(other.value(), show.value()));
    }
    for (int i = 0; i < 10; i++) {
      hold(show, i, new UUID(i == 9 ? -1 : (long) i << 60, i == 9 ? -1 : 0));
      hold(following, i, new UUID(0, i));
    }
    hold(last, 0, new UUID(0, 0));
    hold(last, 1, new UUID(-1, -1));
  }

  private void hold(ShowId show, int seat, UUID id) {
    hold(new Claim(show, new HoldId(id), "user" + seat, SeatSet.of(seat)));
  }

  @Override
  Lapsed fromTheFirst(InstantSource time) {
    return from(0, PART, time);
  }

  private Lapsed from(double start, int part, InstantSource time) {
    return new LapsedByKey(Sale.of(tested.dialect(), Time.of(time)), part, start);
  }

  @Override
  int parts() {
    return 6;
  }

  @Test
  void find_everyPart_hasAsMany() {
    clock.advance(Shows.TTL);
    assertThat(findIn(parts())).extracting(List::size).containsExactly(4, 4, 4, 4, 4, 2);
  }

  /** And none more with which another would begin. */
  @ParameterizedTest
  @ValueSource(ints = {22, 23})
  void find_noMoreThanOnePart_findsAll(int part) {
    clock.advance(Shows.TTL);
    begin(from(0.999, part, clock));
    for (int turn = 0; turn < 2; turn++) {
      assertThat(find(100)).containsExactlyInAnyOrderElementsOf(claims);
    }
  }

  /** All are in the first two of a hundred shows, or in the last. */
  @ParameterizedTest
  @CsvSource({"0.003, 4", "0.01, 4", "0.5, 2", "0.999, 1"})
  void find_beginsAnywhere_comesToAll(double start, int first) {
    clock.advance(Shows.TTL);
    begin(from(start, PART, clock));
    assertThat(find(100)).hasSize(first);
    begin(fromTheFirst(clock));
    assertComesToAll(from(start, PART, clock));
  }

  /** Those it would come to next are gone. */
  @Test
  void find_fewerThanBefore_beginsAnew() {
    clock.advance(Shows.TTL);
    List<Claim> first = findIn(4).get(0);
    long show = first.get(0).show().value();
    execute("DELETE FROM seat_hold WHERE show_id > " + show);
    assertThat(find(100)).isEmpty();
    assertThat(find(100)).isEqualTo(first);
  }

  @Test
  void find_noHolds_findsNone() {
    execute("DELETE FROM seat_hold");
    assertThat(findIn(2)).containsOnly(List.of());
  }

  /** Each of its rows once for the end, and once for what is in it. */
  @Test
  void find_manyParts_readsOne() {
    clock.advance(Shows.TTL);
    find(100);
    long toAsk = -read() + read();
    long before = read();
    find(100);
    assertThat(read() - before - toAsk).isBetween(2L * PART, 2L * PART + 4);
  }

  /** How many rows the server came to, for anybody; to ask it is some more. */
  private long read() {
    return ask(
        "SELECT SUM(variable_value) FROM information_schema.GLOBAL_STATUS"
            + " WHERE variable_name LIKE 'HANDLER\\_READ\\_%'");
  }
}
