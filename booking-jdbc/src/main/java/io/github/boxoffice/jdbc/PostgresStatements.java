package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whole changes in one statement each, so in one round trip.
 *
 * <p>Why a hold takes all its seats or none, at READ COMMITTED: {@code wanted} locks the free ones
 * in seat order and, where it had to wait, looks at each again as it is now. The seats are then
 * ours; they are written only if {@code wanted} found all of them. The hold's row comes last, and a
 * rival with the same id fails the statement as a whole.
 */
final class PostgresStatements implements Shortcut {
  private static final Duration ENDLESS = Duration.ofMillis(-1);

  private final Sale sale;
  private final String spend;

  PostgresStatements(Sale sale) {
    this.sale = sale;
    this.spend = spend(sale.holds());
  }

  /**
   * A serializable transaction has to be told so first. A confirmation need not be one: the row
   * that it writes is all that it rests on. As one it would fail on others that are confirmed, or
   * held, near it in the index: two of three did.
   */
  @Override
  public boolean isOneStatement(SeatChange change, Isolation isolation) {
    return change instanceof SeatChange.Confirm || !(isolation instanceof Isolation.Serializable);
  }

  @Override
  public @Nullable ChangeResult hold(
      Connection connection, SeatChange.Hold wanted, Isolation isolation) throws SQLException {
    Duration patience = isolation instanceof Isolation.RowLocks locks ? locks.patience() : ENDLESS;
    try (var statement = connection.prepareStatement(hold(wanted, patience))) {
      bind(statement, wanted, patience);
      try (var row = statement.executeQuery()) {
        return row.next() ? new ChangeResult.Applied(HoldState.HELD, row.getLong(1)) : null;
      }
    } catch (SQLException e) {
      if (sale.dialect().classify(e) == Trouble.TAKEN) {
        return null;
      }
      throw e;
    }
  }

  /**
   * A mark a seat, not an array: for an array of unknown length PostgreSQL takes a general plan to
   * be so much dearer that it makes a new plan in every call, which costs more than the hold.
   */
  private String hold(SeatChange.Hold wanted, Duration patience) {
    boolean fenced = wanted.fence() != 0;
    boolean bounded = patience.compareTo(Duration.ZERO) > 0;
    return "WITH wanted AS (SELECT seat_no FROM show_seat"
        + " WHERE show_id = ? AND seat_no IN (?"
        + ", ?".repeat(wanted.claim().seats().size() - 1)
        + ") AND hold_id IS NULL"
        + (fenced ? " AND fence <= ?" : "")
        + (bounded ? " AND (SELECT set_config('lock_timeout', ?, TRUE)) IS NOT NULL" : "")
        + " ORDER BY seat_no"
        + (patience.isZero() ? sale.dialect().lock(patience) : sale.dialect().lock())
        + "), taken AS (UPDATE show_seat s SET hold_id = ?"
        + (fenced ? ", fence = ?" : "")
        + " FROM wanted w WHERE s.show_id = ? AND s.seat_no = w.seat_no"
        + " AND (SELECT COUNT(*) FROM wanted) = ? RETURNING 1),"
        + " clock AS (SELECT "
        + sale.time().sql()
        + " AS millis)"
        + " INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT ?, ?, ?, ?, 'HELD', millis, millis + ?, FALSE"
        + " FROM clock WHERE (SELECT COUNT(*) FROM taken) = ? RETURNING held_until";
  }

  private void bind(PreparedStatement statement, SeatChange.Hold wanted, Duration patience)
      throws SQLException {
    Claim claim = wanted.claim();
    SeatSet seats = claim.seats();
    boolean fenced = wanted.fence() != 0;
    int at = 1;
    statement.setLong(at++, claim.show().value());
    for (int i = 0; i < seats.size(); i++) {
      statement.setInt(at++, seats.get(i));
    }
    if (fenced) {
      statement.setLong(at++, wanted.fence());
    }
    if (patience.compareTo(Duration.ZERO) > 0) {
      statement.setString(at++, PostgresDialect.lockTimeout(patience));
    }
    statement.setObject(at++, claim.id().value());
    if (fenced) {
      statement.setLong(at++, wanted.fence());
    }
    statement.setLong(at++, claim.show().value());
    statement.setInt(at++, seats.size());
    at = sale.time().bind(statement, at);
    statement.setLong(at++, claim.show().value());
    statement.setObject(at++, claim.id().value());
    statement.setString(at++, claim.user());
    statement.setString(at++, seats.toString());
    statement.setLong(at++, HoldRules.term(0, wanted.terms(), 0).until());
    statement.setInt(at, seats.size());
  }

  @Override
  public @Nullable ChangeResult confirm(Connection connection, SeatChange.Confirm change)
      throws SQLException {
    boolean confirmed =
        change.outside() ? sale.holds().confirm(connection, change) : spend(connection, change);
    return confirmed ? new ChangeResult.Applied(HoldState.CONFIRMED, 0) : null;
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
