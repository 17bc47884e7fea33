package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * All changes of one kind in a few statements, from a table in JSON: what is as it should be is
 * locked, in the order of the table, and then written. See {@link MariaDbBulkSql}.
 */
final class MariaDbBulk extends KindByKind {
  private final Sale sale;
  private final MariaDbBulkSql sql;

  MariaDbBulk(Sale sale) {
    this.sale = sale;
    this.sql = new MariaDbBulkSql(sale.time());
  }

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /** Some statements also ask for the time; its parameter, if it has one, comes first. */
  private void select(
      Connection connection, String statement, boolean timed, Json table, Reader reader)
      throws SQLException {
    try (var select = connection.prepareStatement(statement)) {
      select.setString(timed ? sale.time().bind(select, 1) : 1, table.text());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  private static int update(Connection connection, String statement, Json table)
      throws SQLException {
    try (var update = connection.prepareStatement(statement)) {
      update.setString(1, table.text());
      return update.executeUpdate();
    }
  }

  /** A rival changed what was locked, which cannot be; or a setting of the driver hides it. */
  private static void expect(int changed, int expected) throws SQLException {
    if (changed != expected) {
      throw Bulk.overtaken();
    }
  }

  /** Seats are locked before they are written, so only those of whole holds are. */
  @Override
  public boolean fences() {
    return true;
  }

  @Override
  Map<HoldId, Applied> hold(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    TreeMap<Place, Integer> places = new TreeMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      int n = i;
      Place.of(wanted.get(i).claim()).forEach(place -> places.put(place, n));
    }
    Json table = new Json();
    places.forEach(
        (place, n) -> table.row(place.show().value(), place.seat(), n, wanted.get(n).fence()));
    int[] free = new int[wanted.size()];
    long[] now = new long[1];
    select(
        connection,
        sql.lockFree(),
        true,
        table,
        row -> {
          now[0] = row.getLong(1);
          free[row.getInt(2)]++;
        });
    return begin(connection, wanted, free, now[0]);
  }

  private Map<HoldId, Applied> begin(
      Connection connection, List<SeatChange.Hold> wanted, int[] free, long now)
      throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    Json holds = new Json();
    TreeMap<Place, SeatChange.Hold> seats = new TreeMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      SeatChange.Hold hold = wanted.get(i);
      Claim claim = hold.claim();
      if (free[i] == claim.seats().size()) {
        Term term = HoldRules.term(now, hold.terms(), now);
        made.put(claim.id(), new Applied(HoldState.HELD, term.until()));
        claim(holds, claim, now, term.until());
        Place.of(claim).forEach(place -> seats.put(place, hold));
      }
    }
    if (!made.isEmpty()) {
      Json taken = new Json();
      seats.forEach(
          (place, hold) ->
              taken.row(
                  place.show().value(), place.seat(), hold.claim().id().value(), hold.fence()));
      expect(update(connection, sql.take(), taken), seats.size());
      expect(update(connection, sql.begin(), holds), made.size());
    }
    return made;
  }

  private static void claim(Json table, Claim claim, Object first, Object second) {
    table.row(
        claim.show().value(),
        claim.id().value(),
        claim.user(),
        claim.seats().toString(),
        first,
        second);
  }

  @Override
  Map<HoldId, Applied> pay(Connection connection, List<SeatChange.Pay> changes)
      throws SQLException {
    Json table = new Json();
    for (int i = 0; i < changes.size(); i++) {
      claim(table, changes.get(i).claim(), i, 0);
    }
    Map<HoldId, Applied> made = new HashMap<>();
    Json paying = new Json();
    select(
        connection,
        sql.lockUnpaid(),
        true,
        table,
        row -> {
          SeatChange.Pay pay = changes.get(row.getInt(2));
          long now = row.getLong(1);
          if (row.getLong(3) > now) {
            long until =
                row.getBoolean(4)
                    ? row.getLong(3)
                    : Math.max(row.getLong(3), now + pay.limit().toMillis());
            made.put(pay.claim().id(), new Applied(HoldState.HELD, until));
            payment(paying, pay.claim(), pay.payment(), until, now);
          }
        });
    if (!made.isEmpty()) {
      expect(update(connection, sql.pay(), paying), made.size());
      expect(update(connection, sql.write(), paying), made.size());
    }
    return made;
  }

  private static void payment(
      Json table, Claim claim, HoldPayment payment, Object first, Object second) {
    table.row(
        claim.show().value(),
        claim.id().value(),
        payment.id().value(),
        payment.amount().minorUnits(),
        HoldRows.currencyOf(payment.amount()),
        first,
        second);
  }

  @Override
  Map<HoldId, Applied> confirm(
      Connection connection, List<SeatChange.Confirm> changes, boolean outside)
      throws SQLException {
    Json table = new Json();
    for (SeatChange.Confirm change : changes) {
      payment(
          table,
          change.claim(),
          change.payment(),
          change.claim().user(),
          change.claim().seats().toString());
    }
    Map<HoldId, Applied> made = new HashMap<>();
    int changed = update(connection, outside ? sql.confirmOutside() : sql.confirm(), table);
    if (changed == (outside ? changes.size() : 2 * changes.size())) {
      changes.forEach(change -> made.put(change.claim().id(), CONFIRMED));
    } else if (changed > 0) {
      // Those that were confirmed in the same way before get the same answer.
      select(
          connection,
          sql.confirmed(),
          false,
          table,
          row -> made.put(changes.get(row.getInt(1) - 1).claim().id(), CONFIRMED));
    }
    return made;
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Json table = new Json();
    places.forEach(place -> table.row(place.show().value(), place.seat(), 0));
    Map<Place, SeatRow> found = new HashMap<>();
    select(
        connection,
        sql.seats(),
        false,
        table,
        row -> {
          int seat = row.getInt("seat_no");
          found.put(
              new Place(new ShowId(row.getLong("show_id")), seat), sale.seats().row(seat, row));
        });
    return found;
  }

  @Override
  public Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException {
    Json table = new Json();
    keys.forEach(key -> table.row(key.show().value(), key.id().value()));
    Map<HoldKey, Stored> found = new HashMap<>();
    long[] now = new long[1];
    select(
        connection,
        sql.holds(),
        true,
        table,
        row -> {
          now[0] = row.getLong(1);
          Stored stored = sale.holds().stored(row);
          found.put(HoldKey.of(stored.hold().claim()), stored);
        });
    return new Known(found, now[0]);
  }
}
