package io.github.boxoffice.lock;

import static io.github.boxoffice.lock.Callers.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.lock.Batched.Settings;
import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatStore;
import io.github.boxoffice.store.StoreException;
import io.github.boxoffice.store.memory.MemoryStore;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is made together with whom, by which thread, and what they hear. */
@Timeout(60)
class BatchedTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ChangeResult CONTENDED = new ChangeResult.Contended();

  private final MemoryStore store = new MemoryStore(new SettableClock());
  private final ShowId show = Shows.open(store.catalog(), 12);
  private final HeldUpSeats seats = new HeldUpSeats(store.seats());
  private Batched strategy = batched(new Settings(LONG, 100));

  private static Batched batched(Settings settings) {
    return new Batched(settings, new Retry(3));
  }

  @AfterEach
  void letAllGo() {
    seats.letAllGo();
    assertThat(closing().answer()).as("nobody is left waiting").isEqualTo(done());
  }

  private Caller closing() {
    return Callers.ask(
        () -> {
          strategy.close();
          return done();
        });
  }

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
    strategy = batched(new Settings(LONG, 100, 1, 2));
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

  @Test
  void apply_showOfAnotherLane_doesNotWait() {
    lead(take(0));
    int lanes = Batched.Settings.LANES;
    ShowId other = Shows.open(store.catalog(), 1);
    while (Lanes.index(other, lanes) == Lanes.index(show, lanes)) {
      other = Shows.open(store.catalog(), 1);
    }
    SeatChange elsewhere = take(Shows.claim(other, "bob", 0));
    lead(elsewhere);
    assertThat(seats.calls()).extracting(HeldUpSeats.Call::alone).containsExactly(true, true);
  }

  @Test
  void apply_sameShowOfAnotherStore_neitherWaitsNorIsMixedUp() {
    MemoryStore other = new MemoryStore(new SettableClock());
    ShowId same = Shows.open(other.catalog(), 12);
    assertThat(same).isEqualTo(show);
    lead(take(0));
    Claim there = Shows.claim(same, "bob", 0);
    assertHeld(strategy.apply(take(there), ground(other.seats())));
    assertThat(other.seats().countFree(same)).isEqualTo(11);
  }

  @Test
  void apply_conflictInABatch_asksAgain() {
    lead(take(0));
    seats.instead(changes -> changes.stream().map(c -> done()).toList());
    seats.instead(changes -> List.of(new ChangeResult.Conflict(), done()));
    Caller overtaken = queue(take(1));
    Caller other = queue(take(2));
    seats.letAllGo();
    assertHeld(overtaken.answer());
    assertThat(other.answer()).isEqualTo(done());
    assertThat(store.seats().countFree(show)).as("the first two were pretended").isEqualTo(11);
  }

  @Test
  void apply_tooManyWait_refusesHoldsAloneAtOnce() {
    strategy = batched(new Settings(LONG, 2));
    Claim early = Shows.claim(show, "early", 11);
    store.seats().apply(take(early), Isolation.GUARDED);
    lead(take(0));
    Caller second = queue(take(1));
    Caller third = queue(take(2));
    assertThat(apply(take(3))).isEqualTo(ChangeResult.Refused.because(Refusal.OVERLOADED));
    Caller confirm = queue(new SeatChange.Confirm(early, Shows.payment(), true));
    Caller cancel = queue(new SeatChange.Cancel(early));
    assertThat(apply(take(3))).isEqualTo(ChangeResult.Refused.because(Refusal.OVERLOADED));
    seats.letAllGo();
    assertHeld(second.answer());
    assertHeld(third.answer());
    assertThat(confirm.answer()).isEqualTo(new ChangeResult.Applied(HoldState.CONFIRMED, 0));
    assertThat(cancel.answer()).isEqualTo(new ChangeResult.Applied(HoldState.CANCELLED, 0));
    assertThat(store.seats().countFree(show)).isEqualTo(9);
    assertHeld(apply(take(3)));
  }

  @Test
  void apply_waitedTooLong_isContendedAndCertainlyDoesNotHappen() {
    strategy = batched(new Settings(Duration.ofMillis(2), 1));
    Caller busy = lead(take(0));
    for (int i = 0; i < 3; i++) {
      assertThat(apply(take(1))).as("one that withdrew leaves room").isEqualTo(CONTENDED);
    }
    seats.letAllGo();
    assertHeld(busy.answer());
    assertThat(seats.sizes()).containsExactly(1);
    assertHeld(apply(take(1)));
  }

  @Test
  void apply_takenBeforeItsTimeWasUp_getsTheTrueAnswer() {
    Duration patience = Duration.ofSeconds(2);
    strategy = batched(new Settings(patience, 100));
    lead(take(0));
    queue(take(1));
    Caller taken = queue(take(2));
    seats.letOneGo();
    seats.awaitBegun();
    long now = System.nanoTime();
    await("time is up", () -> System.nanoTime() - now > patience.toNanos());
    taken.awaitBlockedBy(Request.class);
    seats.letAllGo();
    assertHeld(taken.answer());
  }

  @Test
  void apply_interruptedInTheQueue_isContendedAndDoesNotHappen() {
    Caller busy = lead(take(0));
    Caller impatient = queue(take(1));
    Caller patient = queue(take(1, 2));
    impatient.thread().interrupt();
    assertThat(impatient.answer()).isEqualTo(CONTENDED);
    assertThat(impatient.stayedInterrupted()).isTrue();
    seats.letAllGo();
    assertHeld(busy.answer());
    assertHeld(patient.answer());
    assertThat(seats.sizes()).containsExactly(1, 1);
  }

  @Test
  void apply_interruptedWhenTaken_getsTheTrueAnswerAndStaysInterrupted() {
    lead(take(0));
    Caller leader = queue(take(1));
    Caller taken = queue(take(2));
    seats.letOneGo();
    seats.awaitBegun();
    leader.thread().interrupt();
    taken.thread().interrupt();
    await("it noticed", () -> !taken.thread().isInterrupted());
    seats.letAllGo();
    assertHeld(taken.answer());
    assertHeld(leader.answer());
    assertThat(taken.stayedInterrupted()).isTrue();
    assertThat(leader.stayedInterrupted()).isTrue();
  }

  @Test
  void apply_brokenStore_tellsEverybodyWithTheCauseAndServesTheNext() {
    lead(take(0));
    StoreException broken = new StoreException("write", new IllegalStateException("disk full"));
    seats.instead(changes -> List.of(done()));
    seats.instead(
        changes -> {
          throw broken;
        });
    List<Caller> callers = List.of(1, 2, 3).stream().map(i -> queue(take(i))).toList();
    seats.letOneGo();
    seats.awaitBegun();
    Caller next = queue(take(1, 2, 3));
    seats.letAllGo();
    assertThat(callers.get(0).failure()).isSameAs(broken);
    Throwable second = callers.get(1).failure();
    Throwable third = callers.get(2).failure();
    assertThat(second).isInstanceOf(StoreException.class).hasCause(broken);
    assertThat(third).isInstanceOf(StoreException.class).hasCause(broken).isNotSameAs(second);
    assertHeld(next.answer());
  }

  @Test
  void apply_errorInTheStore_releasesEverybodyAndServesTheNext() {
    lead(take(0));
    Error error = new StackOverflowError("in the driver");
    seats.instead(changes -> List.of(done()));
    seats.instead(
        changes -> {
          throw error;
        });
    Caller leader = queue(take(1));
    Caller other = queue(take(2));
    seats.letOneGo();
    seats.awaitBegun();
    Caller next = queue(take(3));
    seats.letAllGo();
    assertThat(leader.failure()).isSameAs(error);
    assertThat(other.failure()).isInstanceOf(CompletionException.class).hasCause(error);
    assertHeld(next.answer());
    assertHeld(apply(take(4)));
  }

  @Test
  void apply_errorOfOneAlone_servesThoseWhoWait() {
    Error error = new StackOverflowError("in the driver");
    seats.instead(
        changes -> {
          throw error;
        });
    Caller alone = lead(take(0));
    Caller next = queue(take(0));
    seats.letAllGo();
    assertThat(alone.failure()).isSameAs(error);
    assertHeld(next.answer());
  }

  @Test
  void apply_storeThatAnswersTooLittle_leavesNobodyWaiting() {
    lead(take(0));
    seats.instead(changes -> List.of(done()));
    seats.instead(changes -> List.of(done()));
    Caller leader = queue(take(1));
    Caller other = queue(take(2));
    seats.letAllGo();
    assertThat(leader.failure()).hasMessageContaining("1 of 2");
    assertThat(other.failure()).hasRootCauseMessage("the store answered 1 of 2 changes");
  }

  @Test
  void close_whileRequestsWait_finishesThemAndRefusesLaterOnes() {
    Caller busy = lead(take(0));
    Caller waits = queue(take(1));
    Caller closing = closing().awaitBlockedBy(AbstractQueuedSynchronizer.class);
    assertThatThrownBy(() -> apply(take(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    seats.letAllGo();
    assertHeld(busy.answer());
    assertHeld(waits.answer());
    assertThat(closing.answer()).isEqualTo(done());
    strategy.close();
    assertThatThrownBy(() -> apply(take(2))).isInstanceOf(IllegalStateException.class);
    assertThat(seats.calls()).hasSize(2);
  }

  @Test
  void lanes_ofAStoreThatIsGone_areForgotten() {
    WeakReference<SeatStore> gone = sellElsewhere();
    await(
        "nobody keeps the store",
        () -> {
          System.gc();
          return gone.refersTo(null);
        });
  }

  private WeakReference<SeatStore> sellElsewhere() {
    MemoryStore other = new MemoryStore(new SettableClock());
    Claim claim = Shows.claim(Shows.open(other.catalog(), 1), "bob", 0);
    assertHeld(strategy.apply(take(claim), ground(other.seats())));
    return new WeakReference<>(other.seats());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 12})
  void lanes_showsNumberedInSteps_areSpread(int step) {
    int[] shows = new int[4];
    for (int i = 0; i < 4_000; i++) {
      shows[Lanes.index(new ShowId(1L + (long) i * step), shows.length)]++;
    }
    assertThat(IntStream.of(shows)).allMatch(of -> of > 900);
  }

  @Test
  void settings_withoutSense_areRefused() {
    assertThatThrownBy(() -> Strategies.batched(Duration.ofNanos(-1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patience");
    assertThatThrownBy(() -> Strategies.batched(LONG, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bound 0");
  }

  /** Somebody whose transaction has begun. */
  private Caller lead(SeatChange change) {
    Caller caller = Callers.ask(() -> apply(change));
    seats.awaitBegun();
    return caller;
  }

  /** Somebody who waits in the queue, after those who were there. */
  private Caller queue(SeatChange change) {
    return Callers.ask(() -> apply(change)).awaitBlockedBy(Request.class);
  }

  private ChangeResult apply(SeatChange change) {
    return strategy.apply(change, ground(seats));
  }

  private static Ground ground(SeatStore where) {
    return new Ground(where, new MemoryLeaseStore(new SettableClock()));
  }

  private SeatChange take(int... numbers) {
    return take(Shows.claim(show, "user" + numbers[0], numbers));
  }

  private static SeatChange take(Claim claim) {
    return new SeatChange.Hold(claim, Shows.TERMS, 0);
  }

  private static ChangeResult done() {
    return new ChangeResult.Applied(HoldState.RELEASED, 0);
  }

  private static void assertHeld(ChangeResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.Applied.class,
            applied -> assertThat(applied.state()).isEqualTo(HoldState.HELD));
  }

  private static void assertRefused(Caller caller, Refusal reason, int... numbers) {
    assertThat(caller.answer()).isEqualTo(new ChangeResult.Refused(reason, SeatSet.of(numbers)));
  }
}
