package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes the seats of holds and writes the holds down, all of them or none: it fails on purpose
 * ({@link PostgresHold#PARTLY}) if not all of the seats were free, and as ever if an id is there
 * already. The time is read when all seats have been counted, so they are locked by then.
 */
final class PostgresTakenHolds extends PostgresKind<SeatChange.Hold> {
  private final Time time;

  PostgresTakenHolds(Time time) {
    super(Changes::holds, sql(time));
    this.time = time;
  }

  private static String sql(Time time) {
    return "WITH taken AS ("
        + PostgresTakes.TAKE
        + " RETURNING 1) "
        + PostgresHolds.insertion(
            "(SELECT COUNT(*) AS seats, " + time.sql() + " AS millis FROM taken)")
        + " WHERE CASE clock.seats WHEN ? THEN TRUE"
        + " ELSE CAST('only ' || clock.seats AS BOOLEAN) END ORDER BY w.n RETURNING id, held_until";
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Hold> holds) throws SQLException {
    int seats = PostgresTakes.bindTaking(arrays, holds);
    PostgresHolds.bindInsertion(arrays.time(time), holds).number(seats);
  }

  @Override
  void read(HoldId id, ResultSet row, Outcome outcome) throws SQLException {
    outcome.held(id, row);
  }
}
