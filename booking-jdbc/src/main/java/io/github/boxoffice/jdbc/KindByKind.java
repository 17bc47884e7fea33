package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes all changes of a kind at once, but one kind after the other. None is asked for nothing. */
abstract class KindByKind implements Bulk {
  @Override
  public final Map<HoldId, Applied> make(Connection connection, Changes wave) throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    if (!wave.holds().isEmpty()) {
      made.putAll(hold(connection, wave.holds()));
    }
    if (!wave.pays().isEmpty()) {
      made.putAll(pay(connection, wave.pays()));
    }
    if (!wave.outside().isEmpty()) {
      made.putAll(confirm(connection, wave.outside(), true));
    }
    if (!wave.confirms().isEmpty()) {
      made.putAll(confirm(connection, wave.confirms(), false));
    }
    return made;
  }

  /** Takes seats that nobody has; under leases only if it {@link #fences}. */
  abstract Map<HoldId, Applied> hold(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException;

  /** Writes down what is about to be charged for holds that wait for it. */
  abstract Map<HoldId, Applied> pay(Connection connection, List<SeatChange.Pay> changes)
      throws SQLException;

  /** Confirms holds that are as they should be, all of them paid for outside or none. */
  abstract Map<HoldId, Applied> confirm(
      Connection connection, List<SeatChange.Confirm> changes, boolean outside) throws SQLException;
}
