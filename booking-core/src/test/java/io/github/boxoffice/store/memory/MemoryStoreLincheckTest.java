package io.github.boxoffice.store.memory;

import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatChange.HoldTerms;
import io.github.boxoffice.store.SeatStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever a few threads do with the holds of a show of three seats, their answers are those of
 * some order in which they did it one after another. The clock stands still.
 */
@Param(name = "hold", gen = IntGen.class, conf = "0:4")
@Param(name = "seat", gen = IntGen.class, conf = "0:2")
public class MemoryStoreLincheckTest {
  /** Long enough to never be the answer. */
  private static final Isolation LOCKS = Isolation.rowLocks(Duration.ofMinutes(1));

  private static final HoldTerms TERMS = Shows.TERMS;
  private static final Money PRICE = Shows.PRICE;

  /** What each hold claims; those with an even number are of one user, the others of another. */
  private static final SeatSet[] SEATS = {
    SeatSet.of(0), SeatSet.of(0, 1), SeatSet.of(1, 2), SeatSet.of(2), SeatSet.of(0, 2)
  };

  private static final ShowId SHOW = new ShowId(1);

  private final MemorySeats seats;

  /** Not by way of the catalogue, which costs a model checker more than all the rest. */
  public MemoryStoreLincheckTest() {
    InstantSource clock = InstantSource.fixed(SettableClock.START);
    seats = new MemorySeats(clock, new MemoryPayments(clock));
    seats.open(SHOW, 3);
  }

  @Operation
  public ChangeResult hold(@Param(name = "hold") int hold) {
    return apply(new SeatChange.Hold(claim(hold, SEATS[hold]), TERMS, 0));
  }

  /** A second call with the id of another hold. */
  @Operation
  public ChangeResult holdOtherSeats(@Param(name = "hold") int hold) {
    SeatSet others = SEATS[(hold + 2) % SEATS.length];
    return apply(new SeatChange.Hold(claim(hold, others), TERMS, 0));
  }

  @Operation
  public ChangeResult confirm(@Param(name = "hold") int hold) {
    HoldPayment payment = new HoldPayment(new PaymentId(new UUID(2, hold)), PRICE);
    return apply(new SeatChange.Confirm(claim(hold, SEATS[hold]), payment, true));
  }

  @Operation
  public ChangeResult release(@Param(name = "hold") int hold) {
    return apply(new SeatChange.Release(claim(hold, SEATS[hold])));
  }

  @Operation
  public SeatStatus look(@Param(name = "seat") int seat) {
    return seats.seats(SHOW).get(seat);
  }

  @Operation
  public HoldRecord find(@Param(name = "hold") int hold) {
    return seats.find(SHOW, id(hold)).orElse(null);
  }

  private Claim claim(int hold, SeatSet seats) {
    return new Claim(SHOW, id(hold), hold % 2 == 0 ? "alice" : "bob", seats);
  }

  private static HoldId id(int hold) {
    return new HoldId(new UUID(1, hold));
  }

  private ChangeResult apply(SeatChange change) {
    return seats.apply(change, LOCKS);
  }

  @Test
  void modelChecking_findsAnOrder() {
    new ModelCheckingOptions()
        .iterations(8)
        .invocationsPerIteration(60)
        .threads(3)
        .actorsBefore(1)
        .actorsPerThread(2)
        .actorsAfter(1)
        .loopBound(1_000)
        .check(getClass());
  }

  @Test
  void stress_findsAnOrder() {
    new StressOptions()
        .iterations(6)
        .invocationsPerIteration(1_000)
        .threads(3)
        .actorsBefore(2)
        .actorsPerThread(3)
        .actorsAfter(1)
        .check(getClass());
  }
}
