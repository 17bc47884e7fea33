package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What most sales need: a change that is made without a look first, by writes that expect that
 * nothing is in its way. Where something is, they answer null and leave nothing written behind.
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

  /** Takes seats that nobody has; null if it is not as simple as that. */
  @Nullable ChangeResult hold(Connection connection, SeatChange.Hold wanted, Isolation isolation)
      throws SQLException;

  /** Confirms a hold as it should be; null if it is not as simple as that. */
  @Nullable ChangeResult confirm(
      Connection connection, SeatChange.Confirm change, Isolation isolation) throws SQLException;
}
