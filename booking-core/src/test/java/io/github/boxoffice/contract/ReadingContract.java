package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking changes nothing and tells all. */
public abstract class ReadingContract extends StoreContract {
  @Test
  void seats_newShow_areAllFree() {
    assertThat(store.seats().seats(show)).isEqualTo(Collections.nCopies(SEATS, SeatStatus.FREE));
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS);
  }

  @Test
  void seats_someTaken_areShownWithTheirHolds() {
    Claim booking = booked("alice", 0, 3);
    Claim hold = held("bob", 4);
    SeatStatus sold = new SeatStatus(SeatState.BOOKED, booking.id());
    SeatStatus kept = new SeatStatus(SeatState.HELD, hold.id());
    SeatStatus free = SeatStatus.FREE;
    assertThat(store.seats().seats(show))
        .isEqualTo(List.of(sold, free, free, sold, kept, free, free, free));
    assertThat(store.seats().countFree(show)).isEqualTo(SEATS - 3);
  }

  @Test
  void reading_noSuchShow_findsNothing() {
    ShowId none = new ShowId(Long.MAX_VALUE);
    assertThat(store.seats().seats(none)).isEmpty();
    assertThat(store.seats().countFree(none)).isZero();
    assertThat(store.seats().find(none, held("alice", 1).id())).isEmpty();
  }

  @Test
  void find_unknownHold_findsNothing() {
    assertThat(store.seats().find(show, HoldId.random())).isEmpty();
    assertThat(store.payments().find(PaymentId.random())).isEmpty();
  }

  @Test
  void find_holdOfAnotherShow_findsNothing() {
    ShowId other = Shows.open(store.catalog(), SEATS);
    assertThat(store.seats().find(other, held("alice", 1).id())).isEmpty();
  }

  @Test
  void clock_isTheOneItWasOpenedWith() {
    assertThat(store.clock().millis()).isEqualTo(clock.millis());
    clock.advance(Shows.TTL);
    assertThat(store.clock().millis()).isEqualTo(clock.millis());
  }
}
