package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Guarded writes by key in JDBC batches, for a database in this process: no round trip is to be
 * saved, but each statement is found and checked once for all its rows. The texts are few and
 * always the same, because such a database parses anew what it does not remember.
 */
final class PointBulk extends KindByKind {
  private final Sale sale;
  private final Dialect dialect;
  private final FreshHolds fresh;

  PointBulk(Sale sale) {
    this.sale = sale;
    this.dialect = sale.dialect();
    this.fresh = dialect.freshHolds(sale);
  }

  /** Who puts seats back does not know their fences. */
  @Override
  public boolean fences() {
    return false;
  }

  /** Who got only some of the seats puts them back, before anybody can see it. */
  @Override
  Map<HoldId, Applied> hold(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    NavigableMap<Place, Claim> places = new TreeMap<>();
    for (SeatChange.Hold hold : wanted) {
      Place.of(hold.claim()).forEach(place -> places.put(place, hold.claim()));
    }
    NavigableMap<Place, Claim> taken = take(connection, places);
    Set<HoldId> unlucky = new HashSet<>();
    places.forEach(
        (place, claim) -> {
          if (!taken.containsKey(place)) {
            unlucky.add(claim.id());
          }
        });
    taken.values().removeIf(claim -> !unlucky.contains(claim.id()));
    putBack(connection, taken);
    return fresh.begin(
        connection, wanted.stream().filter(hold -> !unlucky.contains(hold.claim().id())).toList());
  }

  private NavigableMap<Place, Claim> take(Connection connection, NavigableMap<Place, Claim> places)
      throws SQLException {
    NavigableMap<Place, Claim> taken = new TreeMap<>();
    try (var update = connection.prepareStatement(sale.seats().takeFree())) {
      for (var wanted : places.entrySet()) {
        dialect.bind(update, 1, wanted.getValue().id().value());
        dialect.bindSeat(update, 2, wanted.getKey().show(), wanted.getKey().seat());
        update.addBatch();
      }
      int[] counts = update.executeBatch();
      int i = 0;
      for (var wanted : places.entrySet()) {
        if (counts[i++] == 1) {
          taken.put(wanted.getKey(), wanted.getValue());
        }
      }
    }
    return taken;
  }

  private void putBack(Connection connection, NavigableMap<Place, Claim> taken)
      throws SQLException {
    if (taken.isEmpty()) {
      return;
    }
    try (var update = connection.prepareStatement(sale.seats().letGo())) {
      for (var seat : taken.entrySet()) {
        int next = dialect.bindSeat(update, 1, seat.getKey().show(), seat.getKey().seat());
        dialect.bind(update, next, seat.getValue().id().value());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  @Override
  Map<HoldId, Applied> pay(Connection connection, List<SeatChange.Pay> changes)
      throws SQLException {
    long now = sale.now(connection);
    Map<HoldId, Applied> made = new HashMap<>();
    List<SeatChange.Pay> paying = new ArrayList<>();
    for (SeatChange.Pay pay : changes) {
      Stored stored = sale.holds().find(connection, pay.claim()).orElse(null);
      if (stored != null
          && HoldRules.decide(stored.hold(), pay, now) instanceof HoldRules.Step.Become become
          && sale.holds().update(connection, stored, become.next())) {
        made.put(pay.claim().id(), HoldRules.applied(become.next()));
        paying.add(pay);
      }
    }
    for (SeatChange.Pay pay : paying) {
      sale.payments().insert(connection, pay.claim(), pay.payment(), now);
    }
    return made;
  }

  @Override
  Map<HoldId, Applied> confirm(
      Connection connection, List<SeatChange.Confirm> changes, boolean outside)
      throws SQLException {
    int[] counts = sale.holds().confirm(connection, changes, outside);
    List<SeatChange.Confirm> confirmed = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 1) {
        confirmed.add(changes.get(i));
      }
    }
    if (!outside && !confirmed.isEmpty() && !sale.payments().spend(connection, confirmed)) {
      throw Bulk.overtaken();
    }
    Map<HoldId, Applied> made = new HashMap<>();
    confirmed.forEach(change -> made.put(change.claim().id(), CONFIRMED));
    return made;
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Map<Place, SeatRow> found = new HashMap<>();
    for (Place place : places) {
      ShowId show = place.show();
      for (SeatRow row : sale.seats().look(connection, show, SeatSet.of(place.seat()))) {
        found.put(place, row);
      }
    }
    return found;
  }

  @Override
  public Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException {
    Map<HoldKey, Stored> found = new HashMap<>();
    for (HoldKey key : keys) {
      sale.holds().find(connection, key.show(), key.id()).ifPresent(hold -> found.put(key, hold));
    }
    return new Known(found, found.isEmpty() ? 0 : sale.now(connection));
  }
}
