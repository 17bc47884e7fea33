package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What people see of the seats. Each question is one statement, so one moment. */
final class SeatReads {
  private final Sale sale;
  private final String seats;
  private final String lapsed;

  SeatReads(Sale sale) {
    this.sale = sale;
    this.seats =
        "SELECT s.hold_id, h.state, h.held_until"
            + " FROM (SELECT show_id, seat_no, hold_id FROM show_seat WHERE "
            + sale.dialect().seatsOfShow()
            + ") s LEFT JOIN seat_hold h ON "
            + sale.dialect().namedBy("h", "s")
            + " ORDER BY s.seat_no";
    this.lapsed =
        "SELECT show_id, id, user_id, seats FROM seat_hold WHERE "
            + sale.dialect().isOneOf("state", "HELD")
            + " AND held_until <= ? ORDER BY held_until LIMIT ?";
  }

  List<SeatStatus> seats(Connection connection, ShowId show) throws SQLException {
    long now = sale.now(connection);
    List<SeatStatus> found = new ArrayList<>();
    try (var select = connection.prepareStatement(seats)) {
      sale.dialect().bindShow(select, show);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(status(row, now));
        }
      }
    }
    return found;
  }

  private SeatStatus status(ResultSet row, long now) throws SQLException {
    String state = row.getString(2);
    if (state == null) {
      return SeatStatus.FREE;
    }
    boolean booked = state.equals(HoldState.CONFIRMED.name());
    boolean held = state.equals(HoldState.HELD.name()) && row.getLong(3) > now;
    return booked || held
        ? new SeatStatus(
            booked ? SeatState.BOOKED : SeatState.HELD,
            new HoldId(Objects.requireNonNull(sale.dialect().uuid(row, 1))))
        : SeatStatus.FREE;
  }

  List<Claim> lapsed(Connection connection, int limit) throws SQLException {
    List<Claim> found = new ArrayList<>();
    try (var select = connection.prepareStatement(lapsed)) {
      select.setLong(1, sale.now(connection));
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(sale.holds().claim(row));
        }
      }
    }
    return found;
  }
}
