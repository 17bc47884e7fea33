package io.github.boxoffice.simulator.scenario;

import io.github.boxoffice.model.SeatKind;
import java.util.Set;

/**
 * Which seats of a block are made for what.
 *
 * @param wheelchair places for wheelchairs
 * @param companion seats beside them
 */
record SeatKinds(Set<Integer> wheelchair, Set<Integer> companion) {
  static SeatKinds of(Fields block, Set<Integer> numbers) {
    Set<Integer> wheelchair = some(block, "wheelchair", numbers);
    Set<Integer> companion = some(block, "companion", numbers);
    for (int number : companion) {
      Json.Value at = block.get("companion");
      if (wheelchair.contains(number)) {
        throw at.wrong("seat " + number + " is a wheelchair place already");
      } else if (!wheelchair.contains(number - 1) && !wheelchair.contains(number + 1)) {
        throw at.wrong("companion seat " + number + " has no wheelchair place beside it");
      }
    }
    return new SeatKinds(wheelchair, companion);
  }

  private static Set<Integer> some(Fields block, String name, Set<Integer> numbers) {
    if (block.find(name).isEmpty()) {
      return Set.of();
    }
    Json.Value at = block.get(name);
    Set<Integer> some = SeatNumbers.parse(at);
    for (int number : some) {
      if (!numbers.contains(number)) {
        throw at.wrong("there is no seat " + number + " in this row's 'seats'");
      }
    }
    return some;
  }

  SeatKind of(int number) {
    if (wheelchair.contains(number)) {
      return SeatKind.WHEELCHAIR;
    }
    return companion.contains(number) ? SeatKind.COMPANION : SeatKind.STANDARD;
  }
}
