package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Term;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** A hold ends once, also when two take its seats in the millisecond in which its time runs out. */
public class MemoryHoldLincheckTest {
  private static final ShowId SHOW = new ShowId(1);
  private static final Claim CLAIM = Shows.claim(SHOW, "alice", 0, 1);

  private final MemoryHold hold = new MemoryHold(CLAIM);

  public MemoryHoldLincheckTest() {
    hold.become(new HoldRecord(CLAIM, HoldState.HELD, new Term(0, 10, false), null));
  }

  @Operation
  public HoldState takenInTime() {
    hold.displace(SHOW, 9);
    return hold.known(SHOW).state();
  }

  @Operation
  public HoldState takenTooLate() {
    hold.displace(SHOW, 10);
    return hold.known(SHOW).state();
  }

  @Test
  void modelChecking_findsOneEnd() {
    new ModelCheckingOptions()
        .iterations(5)
        .invocationsPerIteration(50)
        .threads(2)
        .actorsBefore(0)
        .actorsPerThread(2)
        .actorsAfter(0)
        .check(getClass());
  }
}
