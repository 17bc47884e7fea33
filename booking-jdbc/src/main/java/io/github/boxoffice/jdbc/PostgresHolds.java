package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes seats that nobody has, under a lease or none, and puts those back that were taken in vain.
 */
final class PostgresHolds extends PostgresKind<SeatChange.Hold> {
  private static final String BY_KEY =
      " WHERE s.show_id = w.show_id AND s.seat_no = w.seat_no AND ";

  private static final String PUT_BACK =
      "UPDATE show_seat s SET hold_id = NULL FROM "
          + PostgresArrays.table("w (show_id, seat_no, hold_id)", "BIGINT", "INT", "UUID")
          + BY_KEY
          + "s.hold_id = w.hold_id";

  private final Time time;

  PostgresHolds(Time time) {
    super(Changes::holds, sql(time));
    this.time = time;
  }

  /**
   * Free seats are written; a hold that got all of its own begins, unless its id is there already.
   * Answers those that began, with their end, and the seats that were taken for others: to be put
   * back. The time is read with what was written, so when the locks are there.
   */
  private static String sql(Time time) {
    return "WITH taken AS (UPDATE show_seat s SET hold_id = w.hold_id,"
        + " fence = GREATEST(s.fence, w.fence) FROM "
        + PostgresArrays.table(
            "w (show_id, seat_no, hold_id, fence)", "BIGINT", "INT", "UUID", "BIGINT")
        + BY_KEY
        + "s.hold_id IS NULL AND (w.fence = 0 OR s.fence <= w.fence)"
        + " RETURNING s.show_id, s.seat_no, s.hold_id),"
        + " made AS (INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT w.show_id, w.id, w.user_id, w.seats, 'HELD', millis, millis + w.term, FALSE"
        + " FROM (SELECT hold_id, COUNT(*) AS seats, "
        + time.sql()
        + " AS millis FROM taken GROUP BY hold_id) AS c JOIN "
        + PostgresClaims.table(", term, wanted", "BIGINT", "BIGINT")
        + " ON c.hold_id = w.id AND c.seats = w.wanted"
        + " ORDER BY w.n ON CONFLICT (show_id, id) DO NOTHING RETURNING id, held_until)"
        + " SELECT id, held_until, CAST(NULL AS BIGINT) AS show_id, CAST(NULL AS INT) AS seat_no"
        + " FROM made UNION ALL SELECT hold_id, NULL, show_id, seat_no FROM taken"
        + " WHERE hold_id NOT IN (SELECT id FROM made)";
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Hold> holds) throws SQLException {
    NavigableMap<Place, SeatChange.Hold> seats = new TreeMap<>();
    for (SeatChange.Hold hold : holds) {
      Place.of(hold.claim()).forEach(place -> seats.put(place, hold));
    }
    bindSeats(arrays, seats, hold -> hold.claim().id())
        .longs(seats.values(), SeatChange.Hold::fence);
    PostgresClaims.bind(arrays.time(time), holds)
        .longs(holds, hold -> HoldRules.term(0, hold.terms(), 0).until())
        .longs(holds, hold -> hold.claim().seats().size());
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
    int seat = row.getInt("seat_no");
    if (row.wasNull()) {
      outcome.made().put(id, new Applied(HoldState.HELD, row.getLong("held_until")));
    } else {
      outcome.inVain().put(new Place(new ShowId(row.getLong("show_id")), seat), id);
    }
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
