package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes down holds whose seats nobody had, and which have just been taken. The time is read when
 * they are locked.
 */
class FreshHolds {
  private final Sale sale;

  FreshHolds(Sale sale) {
    this.sale = sale;
  }

  /**
   * The answer.
   *
   * @throws SQLException also if its id is there already ({@link Trouble#TAKEN})
   */
  Applied begin(Connection connection, SeatChange.Hold taken) throws SQLException {
    HoldRecord first = Begun.at(sale.now(connection), taken);
    sale.holds().insert(connection, first);
    return HoldRules.applied(first);
  }

  /** The same for many, by hold. */
  Map<HoldId, Applied> begin(Connection connection, List<SeatChange.Hold> taken)
      throws SQLException {
    if (taken.isEmpty()) {
      return Map.of();
    }
    Begun begun = Begun.at(sale.now(connection), taken);
    sale.holds().insert(connection, begun.holds());
    return begun.made();
  }
}
