package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.SeatChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is made at once, by kind. No two of these changes share a hold's id or a payment, no two
 * holds a seat; each list is in the order of their {@link HoldKey}.
 *
 * @param outside confirmations of holds that were paid for outside
 * @param confirms the other confirmations
 */
record Changes(
    List<SeatChange.Hold> holds,
    List<SeatChange.Pay> pays,
    List<SeatChange.Confirm> outside,
    List<SeatChange.Confirm> confirms) {

  static Changes of(List<SeatChange> wave) {
    return new Changes(
        those(wave, SeatChange.Hold.class).toList(),
        those(wave, SeatChange.Pay.class).toList(),
        those(wave, SeatChange.Confirm.class).filter(SeatChange.Confirm::outside).toList(),
        those(wave, SeatChange.Confirm.class).filter(change -> !change.outside()).toList());
  }

  /** The same but for these holds. */
  Changes without(Set<HoldId> ids) {
    List<SeatChange.Hold> left =
        holds.stream().filter(hold -> !ids.contains(hold.claim().id())).toList();
    return new Changes(left, pays, outside, confirms);
  }

  /** How many seats all of them are about. */
  int places() {
    return Stream.of(holds, pays, outside, confirms)
        .flatMap(List::stream)
        .mapToInt(change -> change.claim().seats().size())
        .sum();
  }

  private static <C extends SeatChange> Stream<C> those(List<SeatChange> wave, Class<C> kind) {
    return wave.stream().filter(kind::isInstance).map(kind::cast);
  }
}
