package io.github.boxoffice.jdbc;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A step of a kind of change: all that a wave has of it are one statement, which locks in order
 * what it is about and, where it had to wait, looks at it again as it is now.
 *
 * <p>Where something is written without being locked before, it is locked in the order in which a
 * join comes to it, which is that of the given table: see {@link PostgresBulk} for the plans that
 * are ruled out to that end.
 */
abstract class PostgresKind<C extends SeatChange> {
  private final Function<Changes, List<C>> part;
  private final String sql;

  PostgresKind(Function<Changes, List<C>> part, String sql) {
    this.part = part;
    this.sql = sql;
  }

  /**
   * What became of a wave.
   *
   * @param taken seats, and for which hold
   */
  record Outcome(Map<HoldId, Applied> made, NavigableMap<Place, HoldId> taken) {
    Outcome() {
      this(new HashMap<>(), new TreeMap<>());
    }

    /** It was made, and is held until the time that its row says. */
    void held(HoldId id, ResultSet row) throws SQLException {
      made.put(id, new Applied(HoldState.HELD, row.getLong("held_until")));
    }

    /** Those of these holds for which not all of their seats were taken. */
    Set<HoldId> incomplete(List<SeatChange.Hold> holds) {
      Map<HoldId, Integer> counts = new HashMap<>();
      taken.values().forEach(id -> counts.merge(id, 1, Integer::sum));
      return holds.stream()
          .map(SeatChange::claim)
          .filter(claim -> counts.getOrDefault(claim.id(), 0) < claim.seats().size())
          .map(Claim::id)
          .collect(toUnmodifiableSet());
    }

    /** The seats that were taken for holds which did not begin. */
    NavigableMap<Place, HoldId> inVain() {
      NavigableMap<Place, HoldId> inVain = new TreeMap<>(taken);
      inVain.values().removeAll(made.keySet());
      return inVain;
    }
  }

  final boolean isIn(Changes wave) {
    return !part.apply(wave).isEmpty();
  }

  final String sql() {
    return sql;
  }

  final void bind(PostgresArrays arrays, Changes wave) throws SQLException {
    bind(arrays, part.apply(wave));
  }

  abstract void bind(PostgresArrays arrays, List<C> changes) throws SQLException;

  /**
   * Reads a row that the statement answered.
   *
   * @param id the hold that it is about, which is its first column
   */
  abstract void read(HoldId id, ResultSet row, Outcome outcome) throws SQLException;
}
