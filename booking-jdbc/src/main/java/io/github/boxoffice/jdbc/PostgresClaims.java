package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.SeatChange;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The table of the claims that a statement is about, in its text and its parameters. */
final class PostgresClaims {
  /** The columns of the payments, to be put behind others. */
  static final String PAYMENT = ", payment_id, amount, currency";

  /** The hold of a claim. */
  static final String OWN = holdOf("w");

  /** As long as it can still become something. */
  static final String HELD = "h.state = 'HELD' AND h.user_id = w.user_id AND h.seats = w.seats";

  /**
   * Nobody knows its payment yet. Each is looked for by itself: joined, they would be a reason to
   * read all payments, as long as those are few.
   */
  static final String UNKNOWN_PAYMENT =
      " AND (SELECT p.id FROM payment p WHERE p.id = w.payment_id) IS NULL";

  /** Adds those holds to the table. */
  static final String JOIN_HELD = " JOIN seat_hold h ON " + OWN + " WHERE " + HELD;

  private PostgresClaims() {}

  /** The hold, h, that a row names by show_id and id. */
  static String holdOf(String given) {
    return PostgresArrays.found("h", "show_id", given + ".show_id")
        + " AND h.id = "
        + given
        + ".id";
  }

  /**
   * The table, which begins with the columns of the claims, as w.
   *
   * @param more further columns, each after a comma
   */
  static String table(String more, String... types) {
    String[] all = new String[5 + types.length];
    System.arraycopy(new String[] {"BIGINT", "UUID", "TEXT", "TEXT", "INT"}, 0, all, 0, 5);
    System.arraycopy(types, 0, all, 5, types.length);
    return PostgresArrays.table("w (show_id, id, user_id, seats, n" + more + ")", all);
  }

  /** The table of claims and payments, and possibly more. */
  static String paid(String more, String... types) {
    String[] all = new String[3 + types.length];
    System.arraycopy(new String[] {"UUID", "BIGINT", "TEXT"}, 0, all, 0, 3);
    System.arraycopy(types, 0, all, 3, types.length);
    return table(PAYMENT + more, all);
  }

  /** Binds the columns show_id, id, user_id, seats and n. */
  static <C extends SeatChange> PostgresArrays bind(PostgresArrays arrays, List<C> changes)
      throws SQLException {
    int[] n = {0};
    return arrays
        .longs(changes, change -> change.claim().show().value())
        .uuids(changes, change -> change.claim().id().value())
        .texts(changes, change -> change.claim().user())
        .texts(changes, change -> change.claim().seats().toString())
        .ints(changes, change -> n[0]++);
  }

  /** Binds the columns payment_id, amount and currency as well. */
  static <C extends SeatChange> PostgresArrays bind(
      PostgresArrays arrays, List<C> changes, Function<C, HoldPayment> payment)
      throws SQLException {
    return bind(arrays, changes)
        .uuids(changes, change -> payment.apply(change).id().value())
        .longs(changes, change -> payment.apply(change).amount().minorUnits())
        .texts(changes, change -> HoldRows.currencyOf(payment.apply(change).amount()));
  }
}
