package io.github.boxoffice.jdbc;

/**
 * What {@link PostgresBulk} says. Each statement locks in order what it is about and, where it had
 * to wait, looks at it again as it is now.
 *
 * <p>Where one is written without being locked before, it is locked in the order in which a join
 * comes to it, which is that of the given table: whatever goes through another table or index as a
 * whole is ruled out, so that only looking for each by its key is left (by a bitmap, which needs a
 * key). A plan that goes through all is what a session would make that began when there was next to
 * nothing, and would keep.
 */
final class PostgresBulkSql {
  private static final String CLAIM = "show_id, id, user_id, seats, n";
  private static final String PAYMENT = ", payment_id, amount, currency";

  /** For the transaction; nothing but the plans of what follows in it depends on it. */
  private static final String BY_KEY =
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off;"
          + " SET LOCAL enable_indexonlyscan = off; ";

  private final String now;
  private final String clock;

  PostgresBulkSql(Time time) {
    this.now = time.sql() + " AS millis";
    this.clock = "clock AS (SELECT " + now + ")";
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
   * Free seats are written; a hold that got all of its own begins, unless its id is there already.
   * Answers those that began, with their end, and the seats that were taken for others: to be put
   * back. The time is read with what was written, so when the locks are there.
   */
  String hold() {
    return BY_KEY
        + "WITH taken AS (UPDATE show_seat s SET hold_id = w.hold_id FROM "
        + seatsOfHolds()
        + " WHERE s.show_id = w.show_id AND s.seat_no = w.seat_no AND s.hold_id IS NULL"
        + " RETURNING s.show_id, s.seat_no, s.hold_id),"
        + " made AS (INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT w.show_id, w.id, w.user_id, w.seats, 'HELD', millis, millis + w.term, FALSE"
        + " FROM (SELECT hold_id, COUNT(*) AS seats, "
        + now
        + " FROM taken GROUP BY hold_id) AS c JOIN "
        + claims(", term, wanted", "BIGINT", "BIGINT")
        + " ON c.hold_id = w.id AND c.seats = w.wanted"
        + " ORDER BY w.n ON CONFLICT (show_id, id) DO NOTHING RETURNING id, held_until)"
        + " SELECT id, held_until, CAST(NULL AS BIGINT) AS show_id, CAST(NULL AS INT) AS seat_no"
        + " FROM made UNION ALL SELECT hold_id, NULL, show_id, seat_no FROM taken"
        + " WHERE hold_id NOT IN (SELECT id FROM made)";
  }

  /** Seats that were taken in vain, and are locked since, are free again. */
  String putBack() {
    return BY_KEY
        + "UPDATE show_seat s SET hold_id = NULL FROM "
        + seatsOfHolds()
        + " WHERE s.show_id = w.show_id AND s.seat_no = w.seat_no AND s.hold_id = w.hold_id";
  }

  private static String seatsOfHolds() {
    return PostgresArrays.table("w (show_id, seat_no, hold_id)", "BIGINT", "INT", "UUID");
  }

  /**
   * Holds are locked whose payments are not written down yet; then both are written. No step after
   * the first joins anything to it: of rows that it was given PostgreSQL knows so little that it
   * would compare each with each.
   */
  String pay() {
    return BY_KEY
        + "WITH "
        + clock
        + ", own AS (SELECT h.show_id, h.id, w.n"
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
    return BY_KEY
        + "WITH own AS (SELECT h.show_id, h.id"
        + PAYMENT.replace(", ", ", w.")
        + " FROM "
        + claims(PAYMENT, "UUID", "BIGINT", "TEXT")
        + held()
        + "(h.payment_id IS NULL OR (h.payment_id = w.payment_id AND h.amount = w.amount"
        + " AND h.currency = w.currency)) ORDER BY w.n FOR NO KEY UPDATE OF h),"
        + " spent AS (UPDATE payment p SET state = 'CAPTURED', show_id = o.show_id, hold_id = o.id"
        + " FROM own o WHERE p.id = o.payment_id AND p.state = 'PENDING'"
        + " AND p.amount = o.amount AND p.currency = o.currency"
        + " RETURNING o.show_id, o.id, o.payment_id, o.amount, o.currency)"
        + " UPDATE seat_hold h SET state = 'CONFIRMED', payment_id = o.payment_id,"
        + " amount = o.amount, currency = o.currency, version = h.version + 1"
        + " FROM spent o WHERE h.show_id = o.show_id AND h.id = o.id RETURNING h.id";
  }

  /**
   * Confirms holds that were paid for elsewhere, with payments that nobody knows yet. They are
   * looked for one by one: joined, they would be a reason to read all payments, as long as those
   * are few.
   */
  String confirmOutside() {
    return BY_KEY
        + "UPDATE seat_hold h SET state = 'CONFIRMED', payment_id = w.payment_id,"
        + " amount = w.amount, currency = w.currency, version = h.version + 1 FROM "
        + claims(PAYMENT, "UUID", "BIGINT", "TEXT")
        + " WHERE h.show_id = w.show_id AND h.id = w.id AND h.state = 'HELD'"
        + " AND h.user_id = w.user_id AND h.seats = w.seats AND h.payment_id IS NULL"
        + " AND (SELECT p.id FROM payment p WHERE p.id = w.payment_id) IS NULL RETURNING h.id";
  }

  String seats() {
    return "SELECT s.hold_id, s.fence, s.show_id, s.seat_no FROM "
        + PostgresArrays.table("w (show_id, seat_no)", "BIGINT", "INT")
        + " JOIN show_seat s ON s.show_id = w.show_id AND s.seat_no = w.seat_no";
  }

  String holds() {
    return "WITH "
        + clock
        + " SELECT h.*, millis FROM clock CROSS JOIN "
        + PostgresArrays.table("w (show_id, id)", "BIGINT", "UUID")
        + " JOIN seat_hold h ON h.show_id = w.show_id AND h.id = w.id";
  }
}
