package io.github.boxoffice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Who has which seat, by what the callers were told: from the answer that they have it until they
 * ask to give it back. No two of these times may meet at a seat.
 */
final class Ledger {
  private final AtomicReferenceArray<HoldId> owners;

  Ledger(int seats) {
    this.owners = new AtomicReferenceArray<>(seats);
  }

  /** To be called after the answer. */
  void took(Claim claim) {
    claim.seats().stream()
        .forEach(
            seat ->
                assertThat(owners.compareAndExchange(seat, null, claim.id()))
                    .as("owner of seat %s when it was given to %s", seat, claim)
                    .isNull());
  }

  /** To be called before the seats are given back. */
  void gives(Claim claim) {
    claim.seats().stream()
        .forEach(
            seat ->
                assertThat(owners.compareAndExchange(seat, claim.id(), null))
                    .as("owner of seat %s when %s gives it back", seat, claim)
                    .isEqualTo(claim.id()));
  }

  /** The store must say the same of each seat. */
  void agreesWith(List<SeatStatus> seats) {
    for (int seat = 0; seat < owners.length(); seat++) {
      assertThat(seats.get(seat).hold()).as("owner of seat %s", seat).isEqualTo(owners.get(seat));
    }
  }
}
