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
  private final Request first = new Request(new SeatChange.Hold(claim, Shows.TERMS, 0));
  private final Request second = new Request(new SeatChange.Hold(claim, Shows.TERMS, 0));
  private final Request confirm = new Request(new SeatChange.Confirm(claim, Shows.payment(), true));
  private final Request release = new Request(new SeatChange.Release(claim));
  private final Waiting waiting = new Waiting();

  private List<Request> with(Request leader, int most) {
    List<Request> batch = new ArrayList<>();
    waiting.moveWith(leader, batch, most);
    return batch;
  }

  @Test
  void moveWith_aHoldLeads_putsItBehindWhatFinishesAndBeforeOtherHolds() {
    Stream.of(first, confirm, second, release).forEach(waiting::add);
    assertThat(waiting.removeLeader()).isSameAs(first);
    assertThat(with(first, 4)).containsExactly(confirm, release, first, second);
    assertThat(waiting.size()).isZero();
  }

  /** Or no hold would be made as long as others finish something. */
  @Test
  void moveWith_moreToFinishThanOneTransactionTakes_hasTheHoldThatLeads() {
    Stream.of(first, confirm, second, release).forEach(waiting::add);
    assertThat(waiting.removeLeader()).isSameAs(first);
    assertThat(with(first, 2)).containsExactly(confirm, first);
    assertThat(waiting.removeLeader()).isSameAs(second);
    assertThat(with(second, 2)).containsExactly(release, second);
  }

  @Test
  void moveWith_otherLeads_putsHoldsLastAndEachKindInOrderOfArrival() {
    Stream.of(confirm, release).forEach(waiting::add);
    assertThat(waiting.removeLeader()).isSameAs(confirm);
    Stream.of(first, second).forEach(waiting::add);
    assertThat(with(confirm, 3)).containsExactly(confirm, release, first);
    assertThat(waiting.size()).isEqualTo(1);
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
    assertThat(waiting.size()).isEqualTo(1);
  }
}
