package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.Transactions.Tried;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;

/** Whole changes in one statement each, so in one round trip. */
final class PostgresStatements implements Shortcut {
  private final Sale sale;
  private final PostgresDialect dialect;
  private final String spend;

  PostgresStatements(Sale sale, PostgresDialect dialect) {
    this.sale = sale;
    this.dialect = dialect;
    this.spend = spend(sale.holds());
  }

  /**
   * A confirmation is at READ COMMITTED whatever was asked for: the row that it writes is all that
   * it rests on. As a serializable one it would fail on others that are confirmed, or held, near it
   * in the index: two of three did.
   */
  @Override
  public boolean isOneStatement(SeatChange change, Isolation isolation) {
    return true;
  }

  @Override
  public Tried hold(Connection connection, SeatChange.Hold wanted, Isolation isolation)
      throws SQLException {
    PostgresHold hold = new PostgresHold(sale, dialect, wanted, isolation);
    try (var statement = connection.prepareStatement(hold.sql())) {
      hold.bind(statement);
      return Tried.made(hold.result(statement));
    } catch (SQLException e) {
      if (isolation instanceof Isolation.Serializable) {
        end(connection);
      }
      if (dialect.classify(e) == Trouble.TAKEN || PostgresHold.PARTLY.equals(e.getSQLState())) {
        return Tried.NOTHING;
      }
      throw e;
    }
  }

  /** The driver does not know of a transaction that a statement began, and would not undo it. */
  private static void end(Connection connection) {
    try (var rollback = connection.createStatement()) {
      rollback.execute("ROLLBACK");
    } catch (SQLException lost) {
      // The database undoes what a lost connection did not commit.
    }
  }

  @Override
  public Tried confirm(Connection connection, SeatChange.Confirm change, Isolation isolation)
      throws SQLException {
    boolean confirmed =
        change.outside()
            ? sale.holds().confirm(connection, change, isolation)
            : spend(connection, change);
    return confirmed ? Tried.made(Bulk.CONFIRMED) : Tried.NOTHING;
  }

  /**
   * Locks the hold if it is as it must be, then spends the payment if the hold is, then confirms
   * the hold if the payment was spent. What the first step has locked, the last one finds.
   */
  private static String spend(HoldRows holds) {
    return "WITH own AS (SELECT 1 FROM seat_hold"
        + holds.confirmable()
        + " FOR NO KEY UPDATE), spent AS ("
        + PaymentRows.SPEND
        + " AND EXISTS (SELECT 1 FROM own) RETURNING 1) "
        + holds.confirmation()
        + " AND EXISTS (SELECT 1 FROM spent)";
  }

  private boolean spend(Connection connection, SeatChange.Confirm change) throws SQLException {
    try (var statement = connection.prepareStatement(spend)) {
      int at = sale.holds().bindConfirmable(statement, 1, change);
      at = sale.payments().bindSpend(statement, at, change.claim(), change.payment());
      sale.holds().bindConfirmation(statement, at, change);
      return statement.executeUpdate() == 1;
    }
  }
}
