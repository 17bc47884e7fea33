package io.github.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.contract.ScriptedGateway;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentGateway.Charge;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the front door makes of a strategy that has too much to do. */
class OverloadTest {
  private static final PaymentMethod CARD = new PaymentMethod("tok");

  private final SettableClock clock = new SettableClock();
  private final ScriptedGateway gateway = new ScriptedGateway();
  private final Swamped strategy = new Swamped();
  private BoxOffice boxOffice;
  private Show show;

  private static final class Swamped implements SeatLockStrategy {
    private boolean overloaded;

    @Override
    public String name() {
      return "swamped";
    }

    @Override
    public ChangeResult apply(SeatChange change, Ground ground) {
      return overloaded && change instanceof SeatChange.Hold
          ? ChangeResult.Refused.because(Refusal.OVERLOADED)
          : ground.seats().apply(change, Isolation.GUARDED);
    }
  }

  @BeforeEach
  void openBoxOffice() {
    boxOffice = BoxOffice.on(new MemoryStore(clock)).strategy(strategy).gateway(gateway).open();
    show = boxOffice.addShow("Hamlet", SeatMap.grid(2, 10));
  }

  @AfterEach
  void closeBoxOffice() {
    boxOffice.close();
  }

  @Test
  void hold_overloaded_isRefusedWithoutSayingAnythingOfSeats() {
    strategy.overloaded = true;
    assertThat(boxOffice.hold(show, "alice", "A-1"))
        .isEqualTo(new Outcome.Refused<Hold>(Refusal.OVERLOADED, List.of()));
  }

  /** The seats may well be free: the money stays until somebody has looked. */
  @Test
  void pay_overloadedWhenTheSeatsAreTakenAgain_isUnknownAndRefundsNothing() {
    Order order = expiringMeanwhile();
    assertThat(gateway.refunds(order.id())).isZero();
    strategy.overloaded = false;
    assertThat(recover().result()).isEqualTo(PaymentState.CAPTURED);
    assertThat(boxOffice.countFree(show.id())).isEqualTo(19);
  }

  @Test
  void recover_stillOverloaded_refundsNothing() {
    Order order = expiringMeanwhile();
    assertThat(recover().result()).isEqualTo(PaymentState.PENDING);
    assertThat(gateway.refunds(order.id())).isZero();
  }

  private Order expiringMeanwhile() {
    Hold hold = boxOffice.hold(show, "alice", "A-1").orElseThrow();
    gateway.meanwhile(
        () -> {
          clock.advance(Duration.ofHours(1));
          assertThat(boxOffice.sweep(10)).isEqualTo(1);
          strategy.overloaded = true;
        });
    Order order = Order.by(CARD);
    assertThat(boxOffice.pay(hold, order))
        .isEqualTo(new Outcome.Unknown<Booking>(order.id().toString()));
    assertThat(gateway.resolve(order.id())).isEqualTo(Charge.CAPTURED);
    return order;
  }

  private Recovery.Settled recover() {
    List<Recovery.Settled> settled = boxOffice.recover(Duration.ZERO, 10);
    assertThat(settled).hasSize(1);
    return settled.get(0);
  }
}
