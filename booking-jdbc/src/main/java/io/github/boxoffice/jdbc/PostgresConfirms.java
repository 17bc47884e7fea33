package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Confirms holds that are as they should be. */
final class PostgresConfirms extends PostgresKind<SeatChange.Confirm> {
  private PostgresConfirms(Function<Changes, List<SeatChange.Confirm>> part, String sql) {
    super(part, sql);
  }

  /** Holds are locked, payments spent that wait for it, and then the holds confirmed. */
  static PostgresConfirms paid() {
    return new PostgresConfirms(
        Changes::confirms,
        "WITH own AS (SELECT h.show_id, h.id"
            + PostgresClaims.PAYMENT.replace(", ", ", w.")
            + " FROM "
            + PostgresClaims.paid("")
            + PostgresClaims.JOIN_HELD
            + " AND (h.payment_id IS NULL OR (h.payment_id = w.payment_id AND h.amount = w.amount"
            + " AND h.currency = w.currency)) ORDER BY w.n FOR NO KEY UPDATE OF h),"
            + " spent AS (UPDATE payment p SET state = 'CAPTURED', show_id = o.show_id,"
            + " hold_id = o.id FROM own o WHERE "
            + PostgresArrays.found("p", "id", "o.payment_id")
            + " AND p.state = 'PENDING'"
            + " AND p.amount = o.amount AND p.currency = o.currency"
            + " RETURNING o.show_id, o.id, o.payment_id, o.amount, o.currency)"
            + " UPDATE seat_hold h SET state = 'CONFIRMED', payment_id = o.payment_id,"
            + " amount = o.amount, currency = o.currency, version = h.version + 1"
            + " FROM spent o WHERE "
            + PostgresClaims.holdOf("o")
            + " RETURNING h.id");
  }

  /** Those that were paid for outside, with payments that nobody knows yet. */
  static PostgresConfirms outside() {
    return new PostgresConfirms(
        Changes::outside,
        "UPDATE seat_hold h SET state = 'CONFIRMED', payment_id = w.payment_id,"
            + " amount = w.amount, currency = w.currency, version = h.version + 1 FROM "
            + PostgresClaims.paid("")
            + " WHERE "
            + PostgresClaims.OWN
            + " AND "
            + PostgresClaims.HELD
            + " AND h.payment_id IS NULL"
            + PostgresClaims.UNKNOWN_PAYMENT
            + " RETURNING h.id");
  }

  @Override
  void bind(PostgresArrays arrays, List<SeatChange.Confirm> changes) throws SQLException {
    PostgresClaims.bind(arrays, changes, SeatChange.Confirm::payment);
  }

  @Override
  void read(HoldId id, ResultSet row, Outcome outcome) {
    outcome.made().put(id, Bulk.CONFIRMED);
  }
}
