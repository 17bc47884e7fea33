package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.Transactions.Tried;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What most sales need: a change that is made without a look first, by writes that expect that
 * nothing is in its way.
 */
interface Shortcut {
  /**
   * Whether this change is one statement at this isolation, which is a transaction by itself: no
   * second round trip to begin or commit.
   */
  boolean isOneStatement(SeatChange change, Isolation isolation);

  /** What is left of an isolation for the transaction that it is in: it sees to the rest itself. */
  default Isolation around(Isolation isolation) {
    return isolation;
  }

  /** Takes seats that nobody has. */
  Tried hold(Connection connection, SeatChange.Hold wanted, Isolation isolation)
      throws SQLException;

  /** Confirms a hold as it should be. */
  Tried confirm(Connection connection, SeatChange.Confirm change, Isolation isolation)
      throws SQLException;
}
