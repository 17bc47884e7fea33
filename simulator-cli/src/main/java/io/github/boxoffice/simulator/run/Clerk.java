package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.simulator.history.Client;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.store.PaymentState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Does what an application does now and then: ends holds whose time ran out, and settles payments
 * whose fate is unknown. What it finds out about payments it tells the history.
 */
final class Clerk {
  private static final int AT_ONCE = 500;

  /** When nobody waits for the clerk: to find some of them takes as long as to find all. */
  private static final int ALL = 100_000;

  private static final int MOST_LOOKS = 1_000;

  private final BoxOffice office;
  private final Books books;
  private final Client history;

  Clerk(BoxOffice office, Books books) {
    this.office = office;
    this.books = books;
    this.history = books.history().by("recovery");
  }

  void sweep() {
    office.sweep(AT_ONCE);
  }

  /** Settles what was written down at least this long ago; how many it could not settle. */
  int settle(Duration age) {
    return (int) look(age, AT_ONCE).stream().filter(one -> !isOver(one)).count();
  }

  /** Settles payments, however many there are, as often as it takes, up to a point. */
  void settleAll() {
    for (int i = 0; i < MOST_LOOKS && !look(Duration.ZERO, ALL).isEmpty(); i++) {
      LockSupport.parkNanos(1);
    }
  }

  private List<Recovery.Settled> look(Duration age, int most) {
    List<Recovery.Settled> looked = office.recover(age, most);
    looked.forEach(this::write);
    return looked;
  }

  private static boolean isOver(Recovery.Settled one) {
    return one.result() != PaymentState.PENDING && one.result() != PaymentState.REFUNDING;
  }

  /** Other payments may be in the same database: they are settled too, and none of our history. */
  private void write(Recovery.Settled one) {
    if (isOver(one) && books.isOpen(one)) {
      books.settled(one.payment());
      tell(one);
    }
  }

  private void tell(Recovery.Settled one) {
    String hold = one.hold().toString();
    String payment = one.payment().toString();
    if (one.booking().isPresent()) {
      history.confirm(hold, payment).ok(Value.ConfirmTold.of(one.booking().get()));
    } else if (one.result() == PaymentState.REFUNDED) {
      history.refund(payment, one.amount().minorUnits()).ok(Value.Nothing.TO_SAY);
    } else if (one.result() == PaymentState.DECLINED) {
      history.pay(Caller.charge(hold, payment, one.amount())).fail("DECLINED", List.of());
    }
  }
}
