package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.Transactions.Tried;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;

/** One guarded write a row, by key, in seat order. */
final class PointWrites implements Shortcut {
  private final Sale sale;
  private final Taking taking;

  PointWrites(Sale sale) {
    this.sale = sale;
    this.taking = new Taking(sale);
  }

  @Override
  public boolean isOneStatement(SeatChange change, Isolation isolation) {
    return false;
  }

  /** Statements that wait no longer than they should need no transaction that sees to it. */
  @Override
  public Isolation around(Isolation isolation) {
    return isolation instanceof Isolation.RowLocks && sale.dialect().boundsStatements()
        ? Isolation.GUARDED
        : isolation;
  }

  /**
   * The guarded writes take the locks of the rows in seat order themselves; only where they might
   * wait for longer than was asked for, the rows are locked before.
   */
  @Override
  public Tried hold(Connection connection, SeatChange.Hold wanted, Isolation isolation)
      throws SQLException {
    if (isolation instanceof Isolation.RowLocks locks
        && !sale.dialect().waitsAtMost(connection, locks.patience())) {
      return Tried.made(taking.careful(connection, wanted, isolation));
    }
    Claim claim = wanted.claim();
    int taken = sale.seats().takeFree(connection, claim, wanted.fence(), isolation);
    if (taken == claim.seats().size()) {
      return Tried.made(taking.begin(connection, wanted));
    }
    return taken == 0 ? Tried.NOTHING : Tried.IN_VAIN;
  }

  @Override
  public Tried confirm(Connection connection, SeatChange.Confirm change, Isolation isolation)
      throws SQLException {
    if (!sale.holds().confirm(connection, change, isolation)) {
      return Tried.NOTHING;
    }
    boolean isPaid =
        change.outside() || sale.payments().spend(connection, change.claim(), change.payment());
    return isPaid ? Tried.made(Bulk.CONFIRMED) : Tried.IN_VAIN;
  }
}
