package io.github.boxoffice.store.memory;

import static io.github.boxoffice.store.PaymentState.CAPTURED;
import static io.github.boxoffice.store.PaymentState.DECLINED;
import static io.github.boxoffice.store.PaymentState.PENDING;
import static io.github.boxoffice.store.PaymentState.REFUNDING;

import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.PaymentRecord;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.PaymentStore;
import io.github.boxoffice.store.SeatChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The payments, in the order they were written down. Every step of a payment runs inside the map's
 * atomic {@code compute} for its id, and a hold's change that moves a payment runs there too: both
 * or neither. Order of locks: seats, then payment; nothing here asks for a seat.
 */
final class MemoryPayments implements PaymentStore {
  private final ConcurrentMap<PaymentId, Entry> payments = new ConcurrentHashMap<>();
  private final AtomicLong written = new AtomicLong();

  /** How often a payment set out, there or back; counted when it is in the map. */
  private final LongAdder started = new LongAdder();

  private final InstantSource clock;

  MemoryPayments(InstantSource clock) {
    this.clock = clock;
  }

  private record Entry(long order, PaymentRecord payment) {
    boolean isUnsettled() {
      return payment.state() == PENDING || payment.state() == REFUNDING;
    }

    Entry in(PaymentState state) {
      return new Entry(order, payment.in(state));
    }

    Entry bought(Claim claim) {
      return new Entry(
          order,
          new PaymentRecord(payment.id(), claim, payment.amount(), CAPTURED, payment.since()));
    }
  }

  /** Makes the hold's change together with what it means for the payment, or refuses both. */
  ChangeResult together(
      SeatChange change, @Nullable HoldRecord hold, Supplier<ChangeResult> holdChange) {
    if (change instanceof SeatChange.Pay pay) {
      return pay(pay, holdChange);
    } else if (change instanceof SeatChange.Confirm confirm) {
      return confirm(confirm, holdChange);
    } else if (change instanceof SeatChange.Decline decline) {
      move(decline.payment(), PENDING, DECLINED);
    } else if (change instanceof SeatChange.Cancel && hold != null && hold.payment() != null) {
      move(hold.payment().id(), CAPTURED, REFUNDING);
    }
    return holdChange.get();
  }

  private ChangeResult pay(SeatChange.Pay change, Supplier<ChangeResult> holdChange) {
    HoldPayment payment = change.payment();
    PaymentRecord first =
        new PaymentRecord(payment.id(), change.claim(), payment.amount(), PENDING, clock.millis());
    boolean fresh =
        payments.putIfAbsent(payment.id(), new Entry(written.getAndIncrement(), first)) == null;
    started.increment();
    return fresh ? holdChange.get() : ChangeResult.Refused.because(Refusal.PAYMENT_UNUSABLE);
  }

  private ChangeResult confirm(SeatChange.Confirm change, Supplier<ChangeResult> holdChange) {
    if (change.outside()) {
      return payments.containsKey(change.payment().id())
          ? ChangeResult.Refused.because(Refusal.PAYMENT_UNUSABLE)
          : holdChange.get();
    }
    boolean[] spent = {false};
    payments.computeIfPresent(
        change.payment().id(),
        (id, entry) -> {
          spent[0] =
              entry.payment.state() == PENDING
                  && entry.payment.amount().equals(change.payment().amount());
          return spent[0] ? entry.bought(change.claim()) : entry;
        });
    return spent[0] ? holdChange.get() : ChangeResult.Refused.because(Refusal.PAYMENT_UNUSABLE);
  }

  @Override
  public Optional<PaymentRecord> find(PaymentId payment) {
    return Optional.ofNullable(payments.get(payment)).map(Entry::payment);
  }

  @Override
  public boolean move(PaymentId payment, PaymentState expected, PaymentState next) {
    boolean[] moved = {false};
    payments.computeIfPresent(
        payment,
        (id, entry) -> {
          moved[0] = entry.payment.state() == expected;
          return moved[0] ? entry.in(next) : entry;
        });
    if (next == REFUNDING) {
      started.increment();
    }
    return moved[0];
  }

  /** Looks at all payments once, for many shows. */
  Unsettled unsettled() {
    return new Unsettled();
  }

  /** Which shows have a payment on its way, there or back. */
  final class Unsettled {
    private final long atStart = started.sum();
    private final Set<ShowId> shows;

    private Unsettled() {
      this.shows =
          payments.values().stream()
              .filter(Entry::isUnsettled)
              .map(e -> e.payment.claim().show())
              .collect(Collectors.toSet());
    }

    /**
     * Whether this show has one now. Who asks has the locks of all its seats, so none of its
     * payments is setting out: if none set out anywhere since we looked, what we saw is as good as
     * another look, which costs as much as there are payments.
     */
    boolean has(ShowId show) {
      return started.sum() == atStart ? shows.contains(show) : look(show);
    }

    private boolean look(ShowId show) {
      return payments.values().stream()
          .anyMatch(e -> e.payment.claim().show().equals(show) && e.isUnsettled());
    }
  }

  /** Forgets the payments of shows that are gone, and answers how many. */
  int purge(Set<ShowId> gone) {
    int before = payments.size();
    payments.values().removeIf(e -> gone.contains(e.payment.claim().show()) && !e.isUnsettled());
    return Math.max(0, before - payments.size());
  }

  @Override
  public List<PaymentRecord> unsettled(Duration age, int limit) {
    long before = clock.millis() - age.toMillis();
    return payments.values().stream()
        .filter(e -> e.payment.since() <= before)
        .filter(Entry::isUnsettled)
        .sorted((a, b) -> Long.compare(a.order, b.order))
        .limit(limit)
        .map(Entry::payment)
        .toList();
  }
}
