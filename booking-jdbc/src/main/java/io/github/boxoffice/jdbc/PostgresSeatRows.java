package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Isolation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Locks all seats of a change in one round trip; in seat order too, since it sorts before it locks.
 */
final class PostgresSeatRows extends SeatRows {
  private static final String READ =
      "SELECT hold_id, fence, seat_no FROM show_seat WHERE show_id = ? AND seat_no = ANY (?)"
          + " ORDER BY seat_no";

  PostgresSeatRows(PostgresDialect dialect) {
    super(dialect);
  }

  @Override
  List<SeatRow> lock(Connection connection, ShowId show, SeatSet seats, Isolation isolation)
      throws SQLException {
    List<SeatRow> rows = new ArrayList<>(seats.size());
    try (var select = connection.prepareStatement(READ + lock(isolation))) {
      select.setLong(1, show.value());
      select.setObject(2, seats.stream().toArray());
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(found.getInt(3), found));
        }
      }
    }
    return rows;
  }
}
