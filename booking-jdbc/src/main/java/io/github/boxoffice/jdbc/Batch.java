package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many changes in one transaction. All their seats are locked first, in the order of shows and
 * seats; then each change looks and writes in its turn, and sees what those before it did. One that
 * is refused is undone alone. If the transaction fails, each change gets one of its own.
 */
final class Batch {
  private static final ChangeResult KEEP = new ChangeResult.Applied(HoldState.HELD, 0);

  private final Transactions transactions;
  private final Sale sale;
  private final Taking taking;
  private final Steps steps;

  Batch(Transactions transactions, Sale sale) {
    this.transactions = transactions;
    this.sale = sale;
    this.taking = new Taking(sale);
    this.steps = new Steps(sale);
  }

  List<ChangeResult> apply(List<SeatChange> changes, Function<SeatChange, ChangeResult> oneByOne) {
    List<ChangeResult> results = new ArrayList<>(changes.size());
    ChangeResult end =
        transactions.change(Isolation.GUARDED, connection -> run(connection, changes, results));
    if (end instanceof ChangeResult.Unknown) {
      return Collections.nCopies(changes.size(), end);
    }
    return end == KEEP ? results : changes.stream().map(oneByOne).toList();
  }

  private ChangeResult run(
      Connection connection, List<SeatChange> changes, List<ChangeResult> results)
      throws SQLException {
    for (var show : wanted(changes).entrySet()) {
      SeatSet seats = SeatSet.of(show.getValue().stream().mapToInt(Integer::intValue).toArray());
      sale.seats().lock(connection, show.getKey(), seats, Isolation.GUARDED);
    }
    for (SeatChange change : changes) {
      results.add(alone(connection, change));
    }
    return KEEP;
  }

  private static NavigableMap<ShowId, NavigableSet<Integer>> wanted(List<SeatChange> changes) {
    NavigableMap<ShowId, NavigableSet<Integer>> wanted = new TreeMap<>();
    for (SeatChange change : changes) {
      NavigableSet<Integer> seats =
          wanted.computeIfAbsent(change.claim().show(), show -> new TreeSet<>());
      change.claim().seats().stream().forEach(seats::add);
    }
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
