package io.github.boxoffice.simulator.control;

import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Payments in a map; each step is written without asking what was there. */
final class NaivePayments implements PaymentStore {
  private final Map<PaymentId, PaymentRecord> payments = new ConcurrentHashMap<>();
  private final InstantSource clock;

  NaivePayments(InstantSource clock) {
    this.clock = clock;
  }

  /** What a hold's change means for its payment. */
  void follow(SeatChange change, HoldRecord was) {
    if (change instanceof SeatChange.Pay pay) {
      PaymentId id = pay.payment().id();
      PaymentState first = PaymentState.PENDING;
      payments.put(
          id, new PaymentRecord(id, pay.claim(), pay.payment().amount(), first, clock.millis()));
    } else if (change instanceof SeatChange.Confirm confirm) {
      write(confirm.payment().id(), PaymentState.CAPTURED);
    } else if (change instanceof SeatChange.Decline decline) {
      write(decline.payment(), PaymentState.DECLINED);
    } else if (change instanceof SeatChange.Cancel && was.payment() != null) {
      write(was.payment().id(), PaymentState.REFUNDING);
    }
  }

  private void write(PaymentId payment, PaymentState state) {
    @Nullable PaymentRecord known = payments.get(payment);
    if (known != null) {
      payments.put(payment, known.in(state));
    }
  }

  @Override
  public Optional<PaymentRecord> find(PaymentId payment) {
    return Optional.ofNullable(payments.get(payment));
  }

  @Override
  public boolean move(PaymentId payment, PaymentState expected, PaymentState next) {
    boolean asExpected = find(payment).filter(known -> known.state() == expected).isPresent();
    if (asExpected) {
      write(payment, next);
    }
    return asExpected;
  }

  @Override
  public List<PaymentRecord> unsettled(Duration age, int limit) {
    long before = clock.millis() - age.toMillis();
    return payments.values().stream()
        .filter(one -> one.since() <= before)
        .filter(one -> one.state() == PaymentState.PENDING || one.state() == PaymentState.REFUNDING)
        .limit(limit)
        .toList();
  }
}
