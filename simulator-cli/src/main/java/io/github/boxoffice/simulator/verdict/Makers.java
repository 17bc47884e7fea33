package io.github.boxoffice.simulator.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may have made a booking that nobody was told of. */
final class Makers {
  private final Map<Seat, List<Maker>> bySeat = new HashMap<>();

  /** A payment that may have turned a hold of these seats into a booking. */
  record Maker(HoldFact hold, PaymentFact payment, Set<Seat> seats) {
    /**
     * Whether a booking of this id would be its: a booking has the id of its hold, or of its
     * payment where the seats had to be taken again.
     */
    boolean names(String id) {
      return hold.id().equals(id) || payment.id().equals(id);
    }
  }

  Makers(Facts facts) {
    for (PaymentFact payment : facts.payments()) {
      for (HoldFact hold : payment.openFor()) {
        Tenure told = hold.told();
        if (told != null) {
          Maker maker = new Maker(hold, payment, Set.of(told.seats()));
          maker.seats.forEach(
              seat -> bySeat.computeIfAbsent(seat, s -> new ArrayList<>(1)).add(maker));
        }
      }
    }
  }

  /** Those that may have booked all of these, and perhaps more. */
  List<Maker> of(Set<Seat> seats) {
    Set<Maker> found = new LinkedHashSet<>();
    seats.forEach(seat -> found.addAll(bySeat.getOrDefault(seat, List.of())));
    return found.stream().filter(maker -> maker.seats.containsAll(seats)).toList();
  }
}
