package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes down holds whose seats were all taken before in the same transaction, unless their ids are
 * there already. The time is read by a statement that begins when the seats are locked.
 */
final class PostgresHolds extends PostgresKind<SeatChange.Hold> {
  private final Time time;

  PostgresHolds(Time time) {
    super(Changes::holds, sql(time));
    this.time = time;
  }

  private static String sql(Time time) {
    return insertion("(SELECT " + time.sql() + " AS millis)")
        + " ORDER BY w.n ON CONFLICT (show_id, id) DO NOTHING RETURNING id, held_until";
  }

  /**
   * The rows of holds, w, that begin at a time.
   *
   * @param clock a table of one row, with a column millis
   */
  static String insertion(String clock) {
    return "INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT w.show_id, w.id, w.user_id, w.seats, 'HELD', millis, millis + w.term, FALSE"
        + " FROM "
        + clock
        + " AS clock CROSS JOIN "
        + PostgresClaims.table(", term", "BIGINT");
  }

  /** Binds the rows of {@link #insertion}. */
  static PostgresArrays bindInsertion(PostgresArrays arrays, List<SeatChange.Hold> holds)
      throws SQLException {
    return PostgresClaims.bind(arrays, holds)
        .longs(holds, hold -> HoldRules.freshMillis(hold.terms()));
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Hold> holds) throws SQLException {
    bindInsertion(arrays.time(time), holds);
  }

  @Override
  void read(HoldId id, ResultSet row, Outcome outcome) throws SQLException {
    outcome.held(id, row);
  }
}
