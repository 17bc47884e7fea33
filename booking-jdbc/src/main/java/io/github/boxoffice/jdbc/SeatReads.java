package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
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

  SeatReads(Sale sale) {
    this.sale = sale;
    this.seats =
        "SELECT s.hold_id, h.state, h.held_until"
            + " FROM (SELECT show_id, seat_no, hold_id FROM show_seat WHERE "
            + sale.dialect().seatsOfShow()
            + ") s LEFT JOIN seat_hold h ON "
            + sale.dialect().namedBy("h", "s")
            + " ORDER BY s.seat_no";
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
}
