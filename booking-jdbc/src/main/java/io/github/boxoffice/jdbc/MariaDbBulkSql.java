package io.github.boxoffice.jdbc;

/**
 * What {@link MariaDbBulk} says, in what MariaDB and MySQL both understand. The table in JSON is
 * gone through in its order, and each of its rows finds one by the primary key: STRAIGHT_JOIN keeps
 * the server from any other way, however few rows there are.
 */
final class MariaDbBulkSql {
  private static final String SEATS =
      table("show_id BIGINT", "seat_no INT", "fence BIGINT")
          + " STRAIGHT_JOIN show_seat s FORCE INDEX (PRIMARY)"
          + " ON s.show_id = w.show_id AND s.seat_no = w.seat_no";
  private static final String HOLDS =
      " STRAIGHT_JOIN seat_hold h FORCE INDEX (PRIMARY)"
          + " ON h.show_id = w.show_id AND h.id = UNHEX(w.id)";
  private static final String CLAIMS =
      table("show_id BIGINT", "id CHAR(32)", "user_id VARCHAR(255)", "seats LONGTEXT", "n INT");
  private static final String PAYMENTS =
      table(
          "show_id BIGINT",
          "id CHAR(32)",
          "payment CHAR(32)",
          "amount BIGINT",
          "currency CHAR(3)",
          "x LONGTEXT",
          "y LONGTEXT");

  /** Byte by byte, whatever the collation of a text out of JSON is. */
  private static final String CLAIM =
      " h.user_id = CAST(w.%s AS BINARY) AND h.seats = CAST(w.%s AS BINARY)";

  private final String now;

  MariaDbBulkSql(Time time) {
    this.now = "SELECT " + time.sql() + " AS millis, ";
  }

  private static String table(String... columns) {
    StringBuilder table = new StringBuilder("JSON_TABLE(?, '$[*]' COLUMNS (r FOR ORDINALITY");
    for (int i = 0; i < columns.length; i++) {
      table.append(", ").append(columns[i]).append(" PATH '$[").append(i).append("]'");
    }
    return table.append(")) w").toString();
  }

  String lockFree() {
    return "SELECT w.show_id, w.seat_no FROM "
        + SEATS
        + " WHERE s.hold_id IS NULL AND (w.fence = 0 OR s.fence <= w.fence) FOR UPDATE";
  }

  String lockUnpaid() {
    return now
        + "w.n, h.held_until, h.extended FROM "
        + CLAIMS
        + HOLDS
        + " WHERE h.state = 'HELD' AND h.payment_id IS NULL AND"
        + CLAIM.formatted("user_id", "seats")
        + " FOR UPDATE";
  }

  String pay() {
    return "UPDATE "
        + PAYMENTS
        + HOLDS
        + " SET h.payment_id = UNHEX(w.payment), h.amount = w.amount, h.currency = w.currency,"
        + " h.extended = TRUE, h.version = h.version + 1, h.held_until = w.x";
  }

  String write() {
    return "INSERT INTO payment (id, show_id, hold_id, amount, currency, state, since)"
        + " SELECT UNHEX(w.payment), w.show_id, UNHEX(w.id), w.amount, w.currency, 'PENDING', w.y"
        + " FROM "
        + PAYMENTS;
  }

  /** Changes a hold and a payment each, or neither. */
  String confirm() {
    return "UPDATE "
        + PAYMENTS
        + HOLDS
        + " STRAIGHT_JOIN payment p ON p.id = UNHEX(w.payment)"
        + " SET p.state = 'CAPTURED', p.show_id = w.show_id, p.hold_id = UNHEX(w.id),"
        + " h.state = 'CONFIRMED', h.payment_id = UNHEX(w.payment), h.amount = w.amount,"
        + " h.currency = w.currency, h.version = h.version + 1"
        + " WHERE h.state = 'HELD' AND"
        + CLAIM.formatted("x", "y")
        + " AND (h.payment_id IS NULL OR (h.payment_id = UNHEX(w.payment)"
        + " AND h.amount = w.amount AND h.currency = w.currency))"
        + " AND p.state = 'PENDING' AND p.amount = w.amount AND p.currency = w.currency";
  }

  String confirmed() {
    return "SELECT w.r FROM "
        + PAYMENTS
        + HOLDS
        + " WHERE h.state = 'CONFIRMED' AND h.payment_id = UNHEX(w.payment)"
        + " AND h.amount = w.amount AND h.currency = w.currency AND"
        + CLAIM.formatted("x", "y");
  }

  String seats() {
    return "SELECT s.hold_id, s.fence, s.show_id, s.seat_no FROM " + SEATS;
  }

  String holds() {
    return now + "h.* FROM " + table("show_id BIGINT", "id CHAR(32)") + HOLDS;
  }
}
