package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds that begin, to be written down, and what is answered to each. */
record Begun(List<HoldRecord> holds, Map<HoldId, Applied> made) {

  /** This one begins now, with no claim from before. */
  static HoldRecord at(long now, SeatChange.Hold taken) {
    return new HoldRecord(
        taken.claim(), HoldState.HELD, HoldRules.term(now, taken.terms(), now), null);
  }

  /** All of these do. */
  static Begun at(long now, List<SeatChange.Hold> taken) {
    Begun begun = new Begun(new ArrayList<>(), new HashMap<>());
    for (SeatChange.Hold hold : taken) {
      HoldRecord first = at(now, hold);
      begun.holds.add(first);
      begun.made.put(hold.claim().id(), HoldRules.applied(first));
    }
    return begun;
  }
}
