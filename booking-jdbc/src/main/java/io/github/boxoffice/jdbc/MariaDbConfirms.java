package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Confirms holds that were paid for outside, written like {@link MariaDbTakes}. One statement looks
 * for each by all that it must be, and locks, judges and writes in the order of the primary key: to
 * lock first and judge here would be another statement.
 */
final class MariaDbConfirms {
  /** For each hold it is looked through the others which payment is its own. */
  private static final int MOST = 100;

  /** How many were as they should be, and were confirmed. */
  int confirm(Connection connection, List<SeatChange.Confirm> changes) throws SQLException {
    int confirmed = 0;
    for (List<SeatChange.Confirm> part : Composed.parts(changes, MOST)) {
      confirmed += confirmSome(connection, part);
    }
    return confirmed;
  }

  /**
   * The same as statements, to be run in this order, for those that are all as they should be: if
   * one of the payments is known, none of its statement is confirmed.
   */
  List<Counted> statements(List<SeatChange.Confirm> changes) {
    return Composed.parts(changes, MOST).stream()
        .map(part -> new Counted(once(part), part.size()))
        .toList();
  }

  /** Whether one of the payments is known is asked once for all, which is cheaper than for each. */
  private static Composed once(List<SeatChange.Confirm> changes) {
    Composed once = confirmation(changes).add("IN (");
    return once.each(changes, ", ", change -> once.add("?", change.payment().id().value()))
        .add("))");
  }

  /** Only if none was confirmed, for whatever reason, it is asked for each. */
  private int confirmSome(Connection connection, List<SeatChange.Confirm> changes)
      throws SQLException {
    int confirmed = once(changes).update(connection);
    if (confirmed > 0 || changes.size() == 1) {
      return confirmed;
    }
    Composed each = confirmation(changes).add("= ");
    addById(each, changes, payment -> payment.id().value());
    return each.add(")").update(connection);
  }

  /** Up to which ids of payments must not be known. */
  private static Composed confirmation(List<SeatChange.Confirm> changes) {
    Composed update =
        new Composed()
            .add(
                "UPDATE seat_hold FORCE INDEX (PRIMARY)"
                    + " SET state = 'CONFIRMED', version = version + 1, payment_id = ");
    addById(update, changes, payment -> payment.id().value());
    update.add(", amount = ");
    addById(update, changes, payment -> payment.amount().minorUnits());
    update.add(", currency = ");
    addById(update, changes, payment -> HoldRows.currencyOf(payment.amount()));
    return update
        .add(" WHERE state = 'HELD' AND payment_id IS NULL AND (")
        .each(changes, " OR ", change -> addWanted(update, change))
        .add(") AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.id ");
  }

  /** What belongs to the payment that came with a hold; said once if it is the same for all. */
  private static void addById(
      Composed update, List<SeatChange.Confirm> changes, Function<HoldPayment, Object> value) {
    List<Object> values = changes.stream().map(SeatChange.Confirm::payment).map(value).toList();
    if (values.stream().distinct().count() == 1) {
      update.add("?", values.get(0));
      return;
    }
    update
        .add("CASE seat_hold.id")
        .each(
            changes,
            "",
            change ->
                update.add(
                    " WHEN ? THEN ?", change.claim().id().value(), value.apply(change.payment())))
        .add(" END");
  }

  private static void addWanted(Composed update, SeatChange.Confirm change) {
    Claim claim = change.claim();
    update.add(
        "show_id = ? AND seat_hold.id = ? AND user_id = ? AND seats = ?",
        claim.show().value(),
        claim.id().value(),
        claim.user(),
        claim.seats().toString());
  }
}
