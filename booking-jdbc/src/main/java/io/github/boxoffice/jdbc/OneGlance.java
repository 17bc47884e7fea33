package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement for seats and holds, so one round trip, and one moment by itself. */
final class OneGlance implements Glance {
  /** More seats are rare, more than there may be marks in a statement are possible. */
  private static final int MOST = 500;

  private final Sale sale;
  private final String columns;
  private final String holds;

  OneGlance(Sale sale) {
    this.sale = sale;
    this.columns =
        "SELECT s.hold_id, s.fence, s.seat_no, "
            + Stream.of(HoldRows.COLUMNS.split(",\\s*"))
                .map(column -> "h." + column)
                .collect(Collectors.joining(", "))
            + ", h.version, "
            + sale.time().sql()
            + " AS millis, EXISTS (SELECT 1 FROM seat_hold WHERE "
            + sale.dialect().hold()
            + ") AS known FROM (SELECT show_id, seat_no, hold_id, fence FROM show_seat";
    this.holds = ") s" + sale.dialect().joinHolds("h", "s") + " ORDER BY s.seat_no";
  }

  @Override
  public @Nullable ChangeResult refusal(Connection connection, SeatChange.Hold wanted)
      throws SQLException {
    int size = wanted.claim().seats().size();
    if (size > MOST) {
      return null;
    }
    List<SeatRow> rows = new ArrayList<>(size);
    List<Stored> owners = new ArrayList<>(size);
    long now = 0;
    try (var select =
        connection.prepareStatement(columns + SeatRows.among(wanted.claim().seats()) + holds)) {
      bind(select, wanted);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean("known")) {
            return null;
          }
          now = row.getLong("millis");
          rows.add(sale.seats().row(row.getInt(3), row));
          if (row.getString("state") != null) {
            owners.add(sale.holds().stored(row));
          }
        }
      }
    }
    return rows.size() < size ? null : Owners.of(owners).refusal(wanted, rows, now).orElse(null);
  }

  private void bind(PreparedStatement select, SeatChange.Hold wanted) throws SQLException {
    int at = sale.time().bind(select, 1);
    at = sale.dialect().bindHold(select, at, wanted.claim().show(), wanted.claim().id());
    SeatRows.bindAmong(select, at, wanted.claim().show(), wanted.claim().seats());
  }
}
