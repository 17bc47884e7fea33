package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a batch that take a closer look each. All their seats are locked first, in the order
 * of shows and seats; then each looks and writes in its turn, and sees what those before it did.
 * One that is refused is undone alone.
 */
final class Careful {
  private final Sale sale;
  private final Taking taking;
  private final Steps steps;

  Careful(Sale sale) {
    this.sale = sale;
    this.taking = new Taking(sale);
    this.steps = new Steps(sale);
  }

  void make(Connection connection, List<Ask> asks) throws SQLException {
    for (var show : wanted(asks).entrySet()) {
      SeatSet seats = SeatSet.of(show.getValue().stream().mapToInt(Integer::intValue).toArray());
      sale.seats().lock(connection, show.getKey(), seats, Isolation.GUARDED);
    }
    for (Ask ask : asks) {
      ask.answer(alone(connection, ask.change()));
    }
  }

  private static NavigableMap<ShowId, NavigableSet<Integer>> wanted(List<Ask> asks) {
    NavigableMap<ShowId, NavigableSet<Integer>> wanted = new TreeMap<>();
    asks.stream()
        .flatMap(ask -> Place.of(ask.change().claim()))
        .forEach(
            place ->
                wanted.computeIfAbsent(place.show(), show -> new TreeSet<>()).add(place.seat()));
    return wanted;
  }

  private ChangeResult alone(Connection connection, SeatChange change) throws SQLException {
    Savepoint before = connection.setSavepoint();
    ChangeResult result = tried(connection, change);
    if (result instanceof ChangeResult.Applied) {
      connection.releaseSavepoint(before);
      return result;
    }
    connection.rollback(before);
    return result == null ? again(connection, change) : result;
  }

  private @Nullable ChangeResult tried(Connection connection, SeatChange change)
      throws SQLException {
    try {
      return change instanceof SeatChange.Hold hold
          ? taking.careful(connection, hold, Isolation.GUARDED)
          : steps.careful(connection, change, Isolation.GUARDED);
    } catch (SQLException e) {
      if (sale.dialect().classify(e) == Trouble.TAKEN) {
        return new ChangeResult.Conflict();
      }
      throw e;
    }
  }

  private ChangeResult again(Connection connection, SeatChange change) throws SQLException {
    return change instanceof SeatChange.Hold hold
        ? taking.again(connection, hold)
        : new ChangeResult.Conflict();
  }
}
