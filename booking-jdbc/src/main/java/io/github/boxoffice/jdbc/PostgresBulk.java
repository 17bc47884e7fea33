package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.function.Function;

/** All changes of one kind in one statement, from arrays: see {@link PostgresBulkSql}. */
final class PostgresBulk implements Bulk {
  private final Sale sale;
  private final Dialect dialect;
  private final PostgresBulkSql sql;

  PostgresBulk(Sale sale) {
    this.sale = sale;
    this.dialect = sale.dialect();
    this.sql = new PostgresBulkSql(sale.time());
  }

  /** A seat, and the hold that wants it. */
  private record Wanted(Place place, HoldId hold) {}

  @Override
  public Map<HoldId, Applied> hold(Connection connection, List<SeatChange.Hold> wanted)
      throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    List<Wanted> inVain = new ArrayList<>();
    try (var statement = connection.prepareStatement(sql.hold())) {
      bind(connection, statement, wanted);
      try (var row = rows(statement)) {
        while (row.next()) {
          HoldId id = new HoldId(Objects.requireNonNull(dialect.uuid(row, 1)));
          int seat = row.getInt("seat_no");
          if (row.wasNull()) {
            made.put(id, new Applied(HoldState.HELD, row.getLong("held_until")));
          } else {
            inVain.add(new Wanted(new Place(new ShowId(row.getLong("show_id")), seat), id));
          }
        }
      }
    }
    if (!inVain.isEmpty()) {
      putBack(connection, inVain);
    }
    return made;
  }

  private void putBack(Connection connection, List<Wanted> seats) throws SQLException {
    try (var statement = connection.prepareStatement(sql.putBack())) {
      bindSeats(connection, statement, seats);
      statement.execute();
    }
  }

  /** What the last of several statements answers, which are sent as one. */
  private static ResultSet rows(PreparedStatement statement) throws SQLException {
    boolean isRows = statement.execute();
    while (!isRows && statement.getUpdateCount() >= 0) {
      isRows = statement.getMoreResults();
    }
    return statement.getResultSet();
  }

  private static int bindSeats(
      Connection connection, PreparedStatement statement, List<Wanted> seats) throws SQLException {
    return new PostgresArrays(connection, statement, 1)
        .longs(seats, seat -> seat.place().show().value())
        .ints(seats, seat -> seat.place().seat())
        .uuids(seats, seat -> seat.hold().value())
        .next();
  }

  private void bind(Connection connection, PreparedStatement statement, List<SeatChange.Hold> holds)
      throws SQLException {
    List<Wanted> seats =
        holds.stream()
            .map(SeatChange.Hold::claim)
            .flatMap(claim -> Place.of(claim).map(place -> new Wanted(place, claim.id())))
            .sorted(Comparator.comparing(Wanted::place))
            .toList();
    int next = bindSeats(connection, statement, seats);
    claims(connection, statement, sale.time().bind(statement, next), holds)
        .longs(holds, hold -> HoldRules.term(0, hold.terms(), 0).until())
        .longs(holds, hold -> hold.claim().seats().size());
  }

  /** Binds the columns show_id, id, user_id, seats and n. */
  private static <C extends SeatChange> PostgresArrays claims(
      Connection connection, PreparedStatement statement, int at, List<C> changes)
      throws SQLException {
    int[] n = {0};
    return new PostgresArrays(connection, statement, at)
        .longs(changes, change -> change.claim().show().value())
        .uuids(changes, change -> change.claim().id().value())
        .texts(changes, change -> change.claim().user())
        .texts(changes, change -> change.claim().seats().toString())
        .ints(changes, change -> n[0]++);
  }

  /** Binds the columns payment_id, amount and currency. */
  private static <C> PostgresArrays payments(
      PostgresArrays arrays, List<C> changes, Function<C, HoldPayment> payment)
      throws SQLException {
    return arrays
        .uuids(changes, change -> payment.apply(change).id().value())
        .longs(changes, change -> payment.apply(change).amount().minorUnits())
        .texts(changes, change -> HoldRows.currencyOf(payment.apply(change).amount()));
  }

  @Override
  public Map<HoldId, Applied> pay(Connection connection, List<SeatChange.Pay> changes)
      throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    try (var statement = connection.prepareStatement(sql.pay())) {
      PostgresArrays arrays =
          claims(connection, statement, sale.time().bind(statement, 1), changes);
      payments(arrays, changes, SeatChange.Pay::payment)
          .longs(changes, change -> change.limit().toMillis());
      try (var row = rows(statement)) {
        while (row.next()) {
          HoldId id = new HoldId(Objects.requireNonNull(dialect.uuid(row, 1)));
          made.put(id, new Applied(HoldState.HELD, row.getLong(2)));
        }
      }
    }
    return made;
  }

  @Override
  public Map<HoldId, Applied> confirm(Connection connection, List<SeatChange.Confirm> changes)
      throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    confirm(connection, sql.confirmOutside(), Bulk.paidAlike(changes, true), made);
    confirm(connection, sql.confirm(), Bulk.paidAlike(changes, false), made);
    return made;
  }

  private void confirm(
      Connection connection,
      String sql,
      List<SeatChange.Confirm> changes,
      Map<HoldId, Applied> made)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      payments(claims(connection, statement, 1, changes), changes, SeatChange.Confirm::payment);
      try (var row = rows(statement)) {
        while (row.next()) {
          made.put(new HoldId(Objects.requireNonNull(dialect.uuid(row, 1))), CONFIRMED);
        }
      }
    }
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Map<Place, SeatRow> found = new HashMap<>();
    List<Place> wanted = List.copyOf(places);
    try (var select = connection.prepareStatement(sql.seats())) {
      new PostgresArrays(connection, select, 1)
          .longs(wanted, place -> place.show().value())
          .ints(wanted, Place::seat);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          int seat = row.getInt("seat_no");
          found.put(
              new Place(new ShowId(row.getLong("show_id")), seat), sale.seats().row(seat, row));
        }
      }
    }
    return found;
  }

  @Override
  public Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException {
    Map<HoldKey, Stored> found = new HashMap<>();
    List<HoldKey> wanted = List.copyOf(keys);
    long now = 0;
    try (var select = connection.prepareStatement(sql.holds())) {
      new PostgresArrays(connection, select, sale.time().bind(select, 1))
          .longs(wanted, key -> key.show().value())
          .uuids(wanted, key -> key.id().value());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          Stored stored = sale.holds().stored(row);
          found.put(HoldKey.of(stored.hold().claim()), stored);
          now = row.getLong("millis");
        }
      }
    }
    return new Known(found, now);
  }
}
