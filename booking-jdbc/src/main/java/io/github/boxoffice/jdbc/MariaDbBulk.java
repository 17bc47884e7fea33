package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * All changes of one kind in a few statements, in the order of the primary key. What is made most
 * often is written at once, by {@link MariaDbHolds} and {@link MariaDbConfirms}; the rest is locked
 * if it is as it should be, and then written from a table in JSON, see {@link MariaDbBulkSql}.
 */
final class MariaDbBulk extends KindByKind {
  private final Sale sale;
  private final MariaDbBulkSql sql;
  private final MariaDbHolds holds;
  private final MariaDbConfirms confirms;
  private final MariaDbCompound compound;

  MariaDbBulk(Sale sale) {
    this(sale, new MariaDbCompound(sale, null));
  }

  MariaDbBulk(Sale sale, MariaDbCompound compound) {
    this.sale = sale;
    this.sql = new MariaDbBulkSql(sale.time());
    this.holds = new MariaDbHolds(sale, sql);
    this.confirms = new MariaDbConfirms();
    this.compound = compound;
  }

  /** A rival changed what was locked, which cannot be; or a setting of the driver hides it. */
  private static void expect(int changed, int expected) throws SQLException {
    if (changed != expected) {
      throw Bulk.overtaken();
    }
  }

  /** Seats under a lease are locked before they are written, so only those of whole holds are. */
  @Override
  public boolean fences() {
    return true;
  }

  /** As one statement if it is likely that nothing is in the way of any of them. */
  @Override
  public Map<HoldId, Applied> makeLast(Connection connection, Changes wave) throws SQLException {
    boolean isLikely = wave.holds().isEmpty() || !holds.expectsRivals();
    if (isLikely && compound.fits(connection, wave)) {
      Optional<Map<HoldId, Applied>> made = makeAsOne(connection, wave);
      if (made.isPresent()) {
        return made.get();
      }
      if (!wave.holds().isEmpty()) {
        holds.expectRivals();
      }
      holds.beginAnew(connection);
    }
    return make(connection, wave);
  }

  private Optional<Map<HoldId, Applied>> makeAsOne(Connection connection, Changes wave)
      throws SQLException {
    try {
      return compound.make(connection, wave);
    } catch (SQLException e) {
      // An id that is there already is found before anything is committed.
      boolean isUndone =
          sale.dialect().classify(e) == Trouble.TAKEN || Trace.isUndone(connection, wave, this, e);
      throw isUndone ? e : new Underway(e);
    }
  }

  @Override
  Map<HoldId, Applied> hold(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    return holds.make(connection, wanted);
  }

  @Override
  Map<HoldId, Applied> pay(Connection connection, List<SeatChange.Pay> changes)
      throws SQLException {
    Json table = new Json();
    for (int i = 0; i < changes.size(); i++) {
      Claim claim = changes.get(i).claim();
      table.row(
          claim.show().value(), claim.id().value(), claim.user(), claim.seats().toString(), i);
    }
    Map<HoldId, Applied> made = new HashMap<>();
    Json paying = new Json();
    table.select(
        connection,
        sql.lockUnpaid(),
        sale.time(),
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
      expect(paying.update(connection, sql.pay()), made.size());
      expect(paying.update(connection, sql.write()), made.size());
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
    int changed = outside ? confirms.confirm(connection, changes) : spend(connection, changes);
    Map<HoldId, Applied> made = new HashMap<>();
    if (changed == changes.size()) {
      changes.forEach(change -> made.put(change.claim().id(), CONFIRMED));
    } else if (changed > 0) {
      // Those that were confirmed in the same way before get the same answer.
      table(changes)
          .select(
              connection,
              sql.confirmed(),
              row -> made.put(changes.get(row.getInt(1) - 1).claim().id(), CONFIRMED));
    }
    return made;
  }

  private static Json table(List<SeatChange.Confirm> changes) {
    Json table = new Json();
    for (SeatChange.Confirm change : changes) {
      Claim claim = change.claim();
      payment(table, claim, change.payment(), claim.user(), claim.seats().toString());
    }
    return table;
  }

  /** Confirms those that pay with a payment that is written down; how many did. */
  private int spend(Connection connection, List<SeatChange.Confirm> changes) throws SQLException {
    return table(changes).update(connection, sql.confirm()) / 2;
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Json table = new Json();
    places.forEach(place -> table.row(place.show().value(), place.seat(), 0));
    Map<Place, SeatRow> found = new HashMap<>();
    table.select(
        connection,
        sql.seats(),
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
    table.select(
        connection,
        sql.holds(),
        sale.time(),
        row -> {
          now[0] = row.getLong(1);
          Stored stored = sale.holds().stored(row);
          found.put(HoldKey.of(stored.hold().claim()), stored);
        });
    return new Known(found, now[0]);
  }
}
