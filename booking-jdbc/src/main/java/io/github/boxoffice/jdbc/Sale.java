package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What every change of seats works with: the rows, the dialect and the time. Order of locks in
 * every transaction: seats in seat order, then holds by id, then payments.
 */
record Sale(Dialect dialect, Time time, SeatRows seats, HoldRows holds, PaymentRows payments) {
  private static final String SIZE = "SELECT seats FROM show_plan WHERE id = ?";

  static Sale of(Dialect dialect, Time time) {
    return new Sale(
        dialect, time, dialect.seatRows(), new HoldRows(dialect), new PaymentRows(dialect));
  }

  /** What time it is, where no statement reads it by itself. */
  long now(Connection connection) throws SQLException {
    return time.now(connection);
  }

  /** Why nothing is found under this claim: no such show, seat or hold. */
  ChangeResult.Refused missing(Connection connection, Claim claim) throws SQLException {
    int size = sizeOf(connection, claim);
    if (size == 0) {
      return ChangeResult.Refused.because(Refusal.NO_SUCH_SHOW);
    }
    SeatSet seats = claim.seats();
    return ChangeResult.Refused.because(
        seats.get(seats.size() - 1) < size ? Refusal.NO_SUCH_HOLD : Refusal.NO_SUCH_SEAT);
  }

  private static int sizeOf(Connection connection, Claim claim) throws SQLException {
    try (var select = connection.prepareStatement(SIZE)) {
      select.setLong(1, claim.show().value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }
}
