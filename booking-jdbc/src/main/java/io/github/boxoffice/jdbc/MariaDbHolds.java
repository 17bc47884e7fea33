package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Makes those holds of a wave whose seats nobody has. */
final class MariaDbHolds {
  private final Sale sale;
  private final MariaDbBulkSql sql;
  private final MariaDbTakes takes;
  private final FreshHolds fresh;

  /**
   * Whether somebody wanted a seat lately that was not free. If it is wrong, it costs time only.
   */
  private volatile boolean rivals;

  MariaDbHolds(Sale sale, MariaDbBulkSql sql) {
    this.sale = sale;
    this.sql = sql;
    this.takes = new MariaDbTakes();
    this.fresh = sale.dialect().freshHolds(sale);
  }

  /**
   * Without a look first, as long as all seats are free. If they are not, a count does not say who
   * got what; so all is undone, and looked at from now on, until all seats are free once more.
   */
  Map<HoldId, Applied> make(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    if (!rivals && wanted.stream().allMatch(hold -> hold.fence() == 0)) {
      if (takes.take(connection, wanted)) {
        return fresh.begin(connection, wanted);
      }
      beginAnew(connection);
    }
    return holdFree(connection, wanted);
  }

  /** Undoes all, and begins a transaction like the one that ends. */
  void beginAnew(Connection connection) throws SQLException {
    connection.rollback();
    // It was set for the transaction that has just ended.
    sale.dialect().readCommitted(connection);
  }

  /** Whether it is likely that not all seats are free. */
  boolean expectsRivals() {
    return rivals;
  }

  /** Until all seats are free once more: it may be that some were not. */
  void expectRivals() {
    rivals = true;
  }

  private Map<HoldId, Applied> holdFree(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    NavigableMap<Place, SeatChange.Hold> seats = new TreeMap<>();
    wanted.forEach(hold -> Place.of(hold.claim()).forEach(place -> seats.put(place, hold)));
    Json table = new Json();
    seats.forEach((place, hold) -> table.row(place.show().value(), place.seat(), hold.fence()));
    Set<Place> free = new HashSet<>();
    table.select(
        connection,
        sql.lockFree(),
        row -> free.add(new Place(new ShowId(row.getLong(1)), row.getInt(2))));
    List<SeatChange.Hold> lucky =
        wanted.stream().filter(hold -> Place.of(hold.claim()).allMatch(free::contains)).toList();
    rivals = lucky.size() < wanted.size();
    if (!takes.take(connection, lucky)) {
      // They are locked, so this cannot be; or a setting of the driver hides it.
      throw Bulk.overtaken();
    }
    return fresh.begin(connection, lucky);
  }
}
