package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is refused because a rival in the same wave was made. */
class WaveTest {
  private static final ShowId SHOW = new ShowId(7);

  private final Ask first = ask("alice", 0, 4, 5);
  private final Ask second = ask("bob", 0, 5, 6);
  private final Ask third = ask("carol", 0, 6);

  @Test
  void refuseLosers_rivalWasMade_namesTheSeatsThatAreLost() {
    Wave wave = Wave.of(List.of(first, second, third));
    wave.refuseLosers(Set.of(first.id(), third.id()));
    assertThat(second.answer())
        .isEqualTo(new ChangeResult.Refused(Refusal.SEATS_HELD, SeatSet.of(5)));
    assertThat(first.answer()).isNull();
    assertThat(third.answer()).isNull();
  }

  @Test
  void refuseLosers_rivalWasUnlucky_leavesThemToLookAgain() {
    Wave wave = Wave.of(List.of(first, second));
    wave.refuseLosers(Set.<HoldId>of());
    assertThat(second.answer()).isNull();
  }

  @Test
  void refuseLosers_underLease_leavesThemToLookAgain() {
    Ask leased = ask("bob", 3, 5, 6);
    Wave wave = Wave.of(List.of(first, leased));
    wave.refuseLosers(Set.of(first.id()));
    assertThat(leased.answer()).isNull();
  }

  @Test
  void refuseLosers_sameUserOrNotSeenFree_leavesThemToLookAgain() {
    Ask own = ask("alice", 0, 5, 6);
    Ask unseen = ask("carol", 0, 4);
    unseen.look(Ask.Look.NONE);
    Wave wave = Wave.of(List.of(first, own, unseen));
    wave.refuseLosers(Set.of(first.id()));
    assertThat(own.answer()).isNull();
    assertThat(unseen.answer()).isNull();
  }

  /** One whose seats were all seen to be free. */
  private static Ask ask(String user, long fence, int... seats) {
    Ask ask =
        new Ask(new SeatChange.Hold(Shows.claim(SHOW, user, seats), Shows.TERMS, fence), true);
    ask.look(Ask.Look.FREE);
    return ask;
  }
}
