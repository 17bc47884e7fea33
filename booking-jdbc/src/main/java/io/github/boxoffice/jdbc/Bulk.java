package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Many changes at once, in a number of statements that does not depend on how many they are. As
 * with the {@link Shortcut}, each is made without a look first if nothing is in its way.
 *
 * <p>The answers are by hold, of those that were made. Of the others nothing is left behind. Seats,
 * then holds, then payments are locked; so whoever is in a transaction makes one wave in it.
 */
interface Bulk {
  /** The answer of every confirmation that was made. */
  Applied CONFIRMED = new Applied(HoldState.CONFIRMED, 0);

  /**
   * Makes those that nothing is in the way of: takes seats that nobody has; writes down what is
   * about to be charged for holds that wait for it; confirms holds that are as they should be. May
   * undo what was done in the transaction before, and begin anew.
   */
  Map<HoldId, Applied> make(Connection connection, Changes wave) throws SQLException;

  /**
   * The same for all that is left of a batch. It may commit, so nothing more belongs into the
   * transaction.
   *
   * @throws Underway if it failed, or the connection was lost, and it may be committed
   */
  default Map<HoldId, Applied> makeLast(Connection connection, Changes wave) throws SQLException {
    return make(connection, wave);
  }

  /** Whether it makes holds under a lease, too. */
  boolean fences();

  /** Who has these seats, without a lock; those that do not exist are missing. */
  Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places) throws SQLException;

  /** These holds, without a lock, as far as they exist. */
  Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException;

  /**
   * Holds as they were read.
   *
   * @param now the time at which they were; 0 if there are none
   */
  record Known(Map<HoldKey, Stored> byKey, long now) {}

  /**
   * What undoes the whole transaction, to be made again in parts: a rival came between two
   * statements of one change.
   */
  static SQLException overtaken() {
    return new SQLTransactionRollbackException("a rival was quicker", "40001");
  }
}
