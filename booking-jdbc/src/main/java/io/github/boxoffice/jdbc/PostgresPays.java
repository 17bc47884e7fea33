package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes down what is about to be charged for holds that wait for it. */
final class PostgresPays extends PostgresKind<SeatChange.Pay> {
  private final Time time;

  PostgresPays(Time time) {
    super(Changes::pays, sql(time));
    this.time = time;
  }

  /**
   * Holds are locked whose payments are not written down yet; then both are written. No step after
   * the first joins anything to it: of rows that it was given PostgreSQL knows so little that it
   * would compare each with each.
   */
  private static String sql(Time time) {
    return "WITH clock AS (SELECT "
        + time.sql()
        + " AS millis), own AS (SELECT h.show_id, h.id, w.n"
        + PostgresClaims.PAYMENT.replace(", ", ", w.")
        + ", millis, millis + w.term AS covered FROM clock CROSS JOIN "
        + PostgresClaims.paid(", term", "BIGINT")
        + PostgresClaims.JOIN_HELD
        + " AND h.payment_id IS NULL AND h.held_until > millis"
        + PostgresClaims.UNKNOWN_PAYMENT
        + " ORDER BY w.n FOR NO KEY UPDATE OF h),"
        + " written AS (INSERT INTO payment (id, show_id, hold_id, amount, currency, state, since)"
        + " SELECT payment_id, show_id, id, amount, currency, 'PENDING', millis FROM own"
        + " ORDER BY n)"
        + " UPDATE seat_hold h SET payment_id = o.payment_id, amount = o.amount,"
        + " currency = o.currency, extended = TRUE, version = h.version + 1, held_until ="
        + " CASE WHEN h.extended THEN h.held_until ELSE GREATEST(h.held_until, o.covered) END"
        + " FROM own o WHERE "
        + PostgresClaims.holdOf("o")
        + " RETURNING h.id, h.held_until";
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Pay> changes) throws SQLException {
    PostgresClaims.bind(arrays.time(time), changes, SeatChange.Pay::payment)
        .longs(changes, change -> change.limit().toMillis());
  }

  @Override
  void read(HoldId id, ResultSet row, Outcome outcome) throws SQLException {
    outcome.held(id, row);
  }
}
