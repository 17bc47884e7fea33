package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A box office on any store, with a clock to set and a gateway that answers what it is told to. */
abstract class BoxOfficeFixture {
  static final PaymentMethod CARD = new PaymentMethod("tok");
  static final Duration HOLD_TIME = Duration.ofMinutes(7);

  final SettableClock clock = new SettableClock();
  final ScriptedGateway gateway = new ScriptedGateway();
  Store store;
  BoxOffice boxOffice;
  Show show;

  /** An empty store that tells time by this clock. */
  protected abstract Store open(InstantSource clock);

  @BeforeEach
  final void openBoxOffice() {
    store = open(clock);
    boxOffice = BoxOffice.on(store).gateway(gateway).open();
    show = boxOffice.addShow("Hamlet", SeatMap.grid(2, 10));
  }

  @AfterEach
  final void closeBoxOffice() {
    boxOffice.close();
    store.close();
  }

  final Hold held(String user, String... seats) {
    return boxOffice.hold(show, user, seats).orElseThrow();
  }

  static Refusal reason(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused<?>) outcome).reason();
  }

  final int free() {
    return boxOffice.countFree(show.id());
  }
}
