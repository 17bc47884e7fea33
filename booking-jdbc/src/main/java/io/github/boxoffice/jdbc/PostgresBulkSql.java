package io.github.boxoffice.jdbc;

/**
 * What {@link PostgresBulk} says. Each statement locks in order what it is about and, where it had
 * to wait, looks at it again as it is now; then it writes what it has locked, by key, so that it
 * finds also what was changed since it began.
 */
final class PostgresBulkSql {
  private static final String CLAIM = "show_id, id, user_id, seats, n";
  private static final String PAYMENT = ", payment_id, amount, currency";

  private final String clock;

  PostgresBulkSql(Time time) {
    this.clock = "clock AS (SELECT " + time.sql() + " AS millis";
  }

  /** The table of the claims, which begins with their columns, and its alias. */
  private static String claims(String more, String... types) {
    String[] all = new String[5 + types.length];
    System.arraycopy(new String[] {"BIGINT", "UUID", "TEXT", "TEXT", "INT"}, 0, all, 0, 5);
    System.arraycopy(types, 0, all, 5, types.length);
    return PostgresArrays.table("w (" + CLAIM + more + ")", all);
  }

  /** The holds of the claims, as long as they can still become something. */
  private static String held() {
    return " JOIN seat_hold h ON h.show_id = w.show_id AND h.id = w.id"
        + " WHERE h.state = 'HELD' AND h.user_id = w.user_id AND h.seats = w.seats AND ";
  }

  /**
   * Free seats are locked; a hold that has all of its own begins, unless its id is there already;
   * the seats of those that began are written. The time is read when the locks are there.
   */
  String hold() {
    return "WITH free AS (SELECT s.show_id, s.seat_no, w.hold_id FROM "
        + PostgresArrays.table("w (show_id, seat_no, hold_id)", "BIGINT", "INT", "UUID")
        + " JOIN show_seat s ON s.show_id = w.show_id AND s.seat_no = w.seat_no"
        + " WHERE s.hold_id IS NULL ORDER BY s.show_id, s.seat_no FOR NO KEY UPDATE OF s),"
        + " counted AS (SELECT hold_id, COUNT(*) AS seats FROM free GROUP BY hold_id), "
        + clock
        + " WHERE (SELECT COUNT(*) FROM counted) > 0),"
        + " made AS (INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT w.show_id, w.id, w.user_id, w.seats, 'HELD', millis, millis + w.term, FALSE"
        + " FROM clock CROSS JOIN counted c JOIN "
        + claims(", term, wanted", "BIGINT", "BIGINT")
        + " ON c.hold_id = w.id AND c.seats = w.wanted"
        + " ORDER BY w.n ON CONFLICT (show_id, id) DO NOTHING RETURNING id, held_until),"
        + " taken AS (UPDATE show_seat s SET hold_id = f.hold_id"
        + " FROM free f JOIN made m ON m.id = f.hold_id"
        + " WHERE s.show_id = f.show_id AND s.seat_no = f.seat_no RETURNING 1)"
        + " SELECT id, held_until, (SELECT COUNT(*) FROM taken) FROM made";
  }

  /**
   * Holds are locked whose payments are not written down yet; then both are written. No step after
   * the first joins anything to it: of rows that it was given PostgreSQL knows so little that it
   * would compare each with each.
   */
  String pay() {
    return "WITH "
        + clock
        + "), own AS (SELECT h.show_id, h.id, w.n"
        + PAYMENT.replace(", ", ", w.")
        + ", millis, millis + w.term AS covered FROM clock CROSS JOIN "
        + claims(PAYMENT + ", term", "UUID", "BIGINT", "TEXT", "BIGINT")
        + held()
        + "h.payment_id IS NULL AND h.held_until > millis"
        + " AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = w.payment_id)"
        + " ORDER BY w.n FOR NO KEY UPDATE OF h),"
        + " written AS (INSERT INTO payment (id, show_id, hold_id, amount, currency, state, since)"
        + " SELECT payment_id, show_id, id, amount, currency, 'PENDING', millis FROM own"
        + " ORDER BY n)"
        + " UPDATE seat_hold h SET payment_id = o.payment_id, amount = o.amount,"
        + " currency = o.currency, extended = TRUE, version = h.version + 1, held_until ="
        + " CASE WHEN h.extended THEN h.held_until ELSE GREATEST(h.held_until, o.covered) END"
        + " FROM own o WHERE h.show_id = o.show_id AND h.id = o.id RETURNING h.id, h.held_until";
  }

  /** Holds are locked, payments spent that wait for it, and then the holds confirmed. */
  String confirm() {
    return "WITH own AS (SELECT h.show_id, h.id, w.outside"
        + PAYMENT.replace(", ", ", w.")
        + " FROM "
        + claims(PAYMENT + ", outside", "UUID", "BIGINT", "TEXT", "BOOLEAN")
        + held()
        + "(h.payment_id IS NULL OR (h.payment_id = w.payment_id AND h.amount = w.amount"
        + " AND h.currency = w.currency)) ORDER BY w.n FOR NO KEY UPDATE OF h),"
        + " spent AS (UPDATE payment p SET state = 'CAPTURED', show_id = o.show_id, hold_id = o.id"
        + " FROM own o WHERE NOT o.outside AND p.id = o.payment_id AND p.state = 'PENDING'"
        + " AND p.amount = o.amount AND p.currency = o.currency"
        + " RETURNING o.show_id, o.id, o.payment_id, o.amount, o.currency),"
        + " paid AS MATERIALIZED (SELECT show_id, id, payment_id, amount, currency FROM spent"
        + " UNION ALL SELECT o.show_id, o.id, o.payment_id, o.amount, o.currency FROM own o"
        + " WHERE o.outside AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.id = o.payment_id))"
        + " UPDATE seat_hold h SET state = 'CONFIRMED', payment_id = o.payment_id,"
        + " amount = o.amount, currency = o.currency, version = h.version + 1"
        + " FROM paid o WHERE h.show_id = o.show_id AND h.id = o.id RETURNING h.id";
  }

  String seats() {
    return "SELECT s.hold_id, s.fence, s.show_id, s.seat_no FROM "
        + PostgresArrays.table("w (show_id, seat_no)", "BIGINT", "INT")
        + " JOIN show_seat s ON s.show_id = w.show_id AND s.seat_no = w.seat_no";
  }

  String holds() {
    return "WITH "
        + clock
        + ") SELECT h.*, millis FROM clock CROSS JOIN "
        + PostgresArrays.table("w (show_id, id)", "BIGINT", "UUID")
        + " JOIN seat_hold h ON h.show_id = w.show_id AND h.id = w.id";
  }
}
