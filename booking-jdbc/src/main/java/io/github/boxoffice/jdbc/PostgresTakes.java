package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes seats that nobody has, under a lease or none, for holds that are not written down yet, and
 * puts those back that were taken in vain.
 */
final class PostgresTakes extends PostgresKind<SeatChange.Hold> {
  /** The seat, s, that a row w names by show_id and seat_no. */
  static final String SEAT =
      PostgresArrays.found("s", "show_id", "w.show_id") + " AND s.seat_no = w.seat_no";

  private static final String BY_KEY = " WHERE " + SEAT + " AND ";

  /** Of free seats, and those whose fence allows it; what comes of them is for others to say. */
  static final String TAKE =
      "UPDATE show_seat s SET hold_id = w.hold_id, fence = GREATEST(s.fence, w.fence) FROM "
          + PostgresArrays.table(
              "w (show_id, seat_no, hold_id, fence)", "BIGINT", "INT", "UUID", "BIGINT")
          + BY_KEY
          + "s.hold_id IS NULL AND (w.fence = 0 OR s.fence <= w.fence)";

  private static final String PUT_BACK =
      "UPDATE show_seat s SET hold_id = NULL FROM "
          + PostgresArrays.table("w (show_id, seat_no, hold_id)", "BIGINT", "INT", "UUID")
          + BY_KEY
          + "s.hold_id = w.hold_id";

  PostgresTakes() {
    super(Changes::holds, TAKE + " RETURNING s.hold_id, s.show_id, s.seat_no");
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Hold> holds) throws SQLException {
    bindTaking(arrays, holds);
  }

  /** Binds {@link #TAKE}, and says how many seats it is about. */
  static int bindTaking(PostgresArrays arrays, List<SeatChange.Hold> holds) throws SQLException {
    NavigableMap<Place, SeatChange.Hold> seats = new TreeMap<>();
    for (SeatChange.Hold hold : holds) {
      Place.of(hold.claim()).forEach(place -> seats.put(place, hold));
    }
    bindSeats(arrays, seats, hold -> hold.claim().id())
        .longs(seats.values(), SeatChange.Hold::fence);
    return seats.size();
  }

  private static <T> PostgresArrays bindSeats(
      PostgresArrays arrays, NavigableMap<Place, T> seats, Function<T, HoldId> owner)
      throws SQLException {
    return arrays
        .longs(seats.keySet(), place -> place.show().value())
        .ints(seats.keySet(), Place::seat)
        .uuids(seats.values(), value -> owner.apply(value).value());
  }

  @Override
  void read(HoldId id, ResultSet row, Outcome outcome) throws SQLException {
    Place place = new Place(new ShowId(row.getLong("show_id")), row.getInt("seat_no"));
    outcome.taken().put(place, id);
  }

  /**
   * Seats that were taken in vain under no lease, and are locked since, are free again. What the
   * wave's text set for the plans holds for this as well: it is in the same transaction.
   */
  static void putBack(Connection connection, NavigableMap<Place, HoldId> inVain)
      throws SQLException {
    try (var update = connection.prepareStatement(PUT_BACK)) {
      bindSeats(new PostgresArrays(connection, update), inVain, id -> id);
      update.executeUpdate();
    }
  }
}
