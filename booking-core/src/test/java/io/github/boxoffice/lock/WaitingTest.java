package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private final ShowId show = Shows.open(new MemoryStore(new SettableClock()).catalog(), 4);
  private final Claim claim = Shows.claim(show, "user", 0);
  private final Request first = request(new SeatChange.Hold(claim, Shows.TERMS, 0));
  private final Request second = request(new SeatChange.Hold(claim, Shows.TERMS, 0));
  private final Request confirm = request(new SeatChange.Confirm(claim, Shows.payment(), true));
  private final Request release = request(new SeatChange.Release(claim));
  private final Waiting waiting = new Waiting();

  private static Request request(SeatChange change) {
    return new Request(change);
  }

  private List<Request> moved(int most) {
    List<Request> batch = new ArrayList<>();
    waiting.moveTo(batch, most);
    return batch;
  }

  @Test
  void moveTo_holdsAndOthers_putsHoldsLastAndEachKindInOrderOfArrival() {
    Stream.of(first, confirm, second, release).forEach(waiting::add);
    assertThat(moved(3)).containsExactly(confirm, release, first);
    assertThat(waiting.size()).isEqualTo(1);
    assertThat(moved(3)).containsExactly(second);
    assertThat(waiting.size()).isZero();
  }

  @Test
  void moveTo_aBatchThatHasSome_fillsItUp() {
    Stream.of(first, second, confirm).forEach(waiting::add);
    List<Request> batch = new ArrayList<>(List.of(release));
    waiting.moveTo(batch, 2);
    assertThat(batch).containsExactly(release, confirm);
    waiting.moveTo(batch, 2);
    assertThat(batch).hasSize(2);
    assertThat(waiting.size()).isEqualTo(2);
  }

  @Test
  void removeLeader_holdsAndOthers_isTheFirstHold() {
    Stream.of(confirm, first, second).forEach(waiting::add);
    assertThat(waiting.removeLeader()).isSameAs(first);
    assertThat(moved(9)).containsExactly(confirm, second);
  }

  @Test
  void removeLeader_noHold_isTheFirst() {
    Stream.of(confirm, release).forEach(waiting::add);
    assertThat(waiting.removeLeader()).isSameAs(confirm);
    assertThat(waiting.removeLeader()).isSameAs(release);
    assertThat(waiting.removeLeader()).isNull();
  }

  @Test
  void remove_isThereOnce() {
    Stream.of(first, confirm, release).forEach(waiting::add);
    assertThat(waiting.remove(first)).isTrue();
    assertThat(waiting.remove(first)).isFalse();
    assertThat(waiting.remove(confirm)).isTrue();
    assertThat(waiting.remove(confirm)).isFalse();
    assertThat(moved(9)).containsExactly(release);
  }
}
