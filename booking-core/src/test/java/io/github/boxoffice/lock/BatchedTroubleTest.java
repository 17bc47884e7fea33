package io.github.boxoffice.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.lock.Callers.Caller;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What those who are made together hear when it fails. */
class BatchedTroubleTest extends BatchedFixture {
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
}
