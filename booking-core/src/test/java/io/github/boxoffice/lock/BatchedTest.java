package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Batched.Settings;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is made together with whom, and by which thread. */
class BatchedTest extends BatchedFixture {
  @Test
  void apply_alone_isMadeAtOnceOnItsOwnThread() {
    seats.letAllGo();
    SeatChange first = take(0);
    SeatChange second = take(1);
    assertHeld(apply(first));
    assertHeld(apply(second));
    Thread me = Thread.currentThread();
    assertThat(seats.calls())
        .containsExactly(
            new HeldUpSeats.Call(true, List.of(first), me),
            new HeldUpSeats.Call(true, List.of(second), me));
  }

  @Test
  void apply_few_areMadeAtOnceEachOnItsOwnThread() {
    strategy = batched(settings(1, 16, 3));
    List<SeatChange> changes = List.of(take(0), take(1), take(2));
    List<Caller> few = changes.stream().map(this::lead).toList();
    assertThat(seats.calls())
        .containsExactlyElementsOf(
            IntStream.range(0, 3)
                .mapToObj(
                    i -> new HeldUpSeats.Call(true, List.of(changes.get(i)), few.get(i).thread()))
                .toList());
    Caller leader = lead(take(3));
    Caller other = queue(take(4));
    seats.letAllGo();
    Stream.concat(few.stream(), Stream.of(leader, other))
        .forEach(caller -> assertHeld(caller.answer()));
  }

  /** After a commit a crowd is few for a moment, and is better made together all the same. */
  @Test
  void apply_fewWhileTheLaneIsLed_queue() {
    strategy = batched(settings(1, 16, 2));
    List<Caller> few =
        Stream.of(0, 1)
            .map(i -> lead(take(i)).awaitBlockedBy(AbstractQueuedSynchronizer.class))
            .toList();
    Caller leader = lead(take(2));
    seats.letOneGo();
    seats.letOneGo();
    few.forEach(caller -> assertHeld(caller.answer()));
    Caller next = queue(take(3));
    seats.letAllGo();
    assertHeld(leader.answer());
    assertHeld(next.answer());
  }

  /** Those of a crowd come back, one after the other, and the first of them would be few. */
  @Test
  void apply_fewAfterACrowd_queueUntilItIsGone() {
    strategy = batched(settings(1, 16, 2));
    gather(5);
    List<Caller> few = List.of(lead(take(8)), queue(take(9)));
    seats.letOneGo();
    seats.awaitBegun();
    seats.letOneGo();
    few.forEach(caller -> assertHeld(caller.answer()));
    List<Caller> fewer = List.of(lead(take(10)), lead(take(11)));
    seats.letAllGo();
    fewer.forEach(caller -> assertHeld(caller.answer()));
    assertThat(seats.sizes()).containsExactly(1, 1, 1, 5, 1, 1, 1, 1);
  }

  @Test
  void apply_fewAfterNoCrowd_areMadeAtOnce() {
    strategy = batched(settings(1, 16, 2));
    gather(4);
    List<Caller> few = List.of(lead(take(8)), lead(take(9)));
    seats.letAllGo();
    few.forEach(caller -> assertHeld(caller.answer()));
    assertThat(seats.sizes()).containsExactly(1, 1, 1, 4, 1, 1);
  }

  @ParameterizedTest
  @CsvSource({"8, 2, 8", "16, 4, 8", "1, 4, 1"})
  void crowd_isTwiceALanesShareOfTheFew(int few, int lanes, int crowd) {
    assertThat(settings(lanes, 16, few).crowd()).isEqualTo(crowd);
  }

  /**
   * Two are made at once and a third leads, while so many queue; then these are one transaction.
   */
  private void gather(int many) {
    List<Caller> callers =
        Stream.concat(
                Stream.of(0, 1, 2).map(i -> lead(take(i))),
                IntStream.range(3, 3 + many).mapToObj(i -> queue(take(i))))
            .toList();
    List.of(0, 1, 2).forEach(i -> seats.letOneGo());
    seats.awaitBegun();
    seats.letOneGo();
    callers.forEach(caller -> assertHeld(caller.answer()));
  }

  @Test
  void apply_twoByStandardSettings_areMadeAtOnce() {
    strategy = batched(new Settings(LONG, 100));
    List<Caller> two = List.of(lead(take(0)), lead(take(1)));
    seats.letAllGo();
    two.forEach(caller -> assertHeld(caller.answer()));
  }

  @Test
  void apply_conflictOfOneOfFew_asksAgain() {
    strategy = batched(settings(1, 16, 3));
    seats.instead(changes -> List.of(new ChangeResult.Conflict()));
    seats.letAllGo();
    assertHeld(apply(take(0)));
    assertThat(seats.sizes()).containsExactly(1, 1);
  }

  @Test
  void apply_whileACommitRuns_isMadeTogetherWithTheOthersByTheFirst() {
    Caller busy = lead(take(0));
    List<SeatChange> changes = List.of(take(1), take(2), take(3));
    List<Caller> callers = changes.stream().map(this::queue).toList();
    seats.letOneGo();
    seats.awaitBegun();
    assertHeld(busy.answer());
    assertThat(seats.calls().get(1))
        .isEqualTo(new HeldUpSeats.Call(false, changes, callers.get(0).thread()));
    seats.letOneGo();
    callers.forEach(caller -> assertHeld(caller.answer()));
    assertThat(seats.calls()).hasSize(2);
  }

  @Test
  void apply_onlyOneWaits_isMadeAlone() {
    lead(take(0));
    Caller next = queue(take(1));
    seats.letAllGo();
    assertHeld(next.answer());
    assertThat(seats.calls()).extracting(HeldUpSeats.Call::alone).containsExactly(true, true);
  }

  @Test
  void apply_refusedInABatch_doesNotTouchTheOthers() {
    lead(take(0, 1));
    Caller rival = queue(take(1, 2));
    Caller good = queue(take(2, 3));
    Caller late = queue(take(3));
    seats.letAllGo();
    assertRefused(rival, Refusal.SEATS_HELD, 1);
    assertHeld(good.answer());
    assertRefused(late, Refusal.SEATS_HELD, 3);
    assertThat(seats.sizes()).containsExactly(1, 3);
  }

  /** Whoever led has gone with its answer while the rest is made by the next. */
  @Test
  void apply_moreThanOneTransactionTakes_isMadeByOneCallerAfterAnother() {
    strategy = batched(settings(1, 2, 0));
    lead(take(0));
    List<Caller> callers = List.of(1, 2, 3, 4, 5).stream().map(i -> queue(take(i))).toList();
    seats.letOneGo();
    seats.awaitBegun();
    seats.letOneGo();
    seats.awaitBegun();
    assertHeld(callers.get(0).answer());
    assertHeld(callers.get(1).answer());
    seats.letAllGo();
    callers.forEach(caller -> assertHeld(caller.answer()));
    assertThat(seats.sizes()).containsExactly(1, 2, 2, 1);
    assertThat(seats.calls().stream().map(HeldUpSeats.Call::by).skip(1))
        .containsExactly(callers.get(0).thread(), callers.get(2).thread(), callers.get(4).thread());
  }

  /** Or who holds seats would wait to pay for them behind all who are refused. */
  @Test
  void apply_confirmationBehindMoreHoldsThanOneTransactionTakes_isMadeInTheNext() {
    strategy = batched(settings(1, 2, 0));
    lead(take(0));
    SeatChange first = take(1);
    SeatChange confirm =
        new SeatChange.Confirm(Shows.claim(show, "user9", 9), Shows.payment(), true);
    List<Caller> callers = Stream.of(first, take(2), confirm).map(this::queue).toList();
    seats.letAllGo();
    callers.forEach(Caller::answer);
    assertThat(seats.calls().get(1).changes()).containsExactly(confirm, first);
    assertThat(seats.sizes()).containsExactly(1, 2, 1);
  }

  /** It gets the seats that are given back in the same transaction. */
  @Test
  void apply_holdLeadsWhereItsSeatsAreReleased_isMadeAfterThat() {
    SeatChange before = take(0);
    lead(before);
    Caller release = queue(new SeatChange.Release(before.claim()));
    Caller hold = queue(take(Shows.claim(show, "another", 0)));
    seats.letAllGo();
    assertThat(release.answer()).isEqualTo(done());
    assertHeld(hold.answer());
    assertThat(seats.sizes()).containsExactly(1, 2);
    assertThat(seats.calls().get(1).by()).isEqualTo(hold.thread());
  }

  private static void assertRefused(Caller caller, Refusal reason, int... numbers) {
    assertThat(caller.answer()).isEqualTo(new ChangeResult.Refused(reason, SeatSet.of(numbers)));
  }
}
