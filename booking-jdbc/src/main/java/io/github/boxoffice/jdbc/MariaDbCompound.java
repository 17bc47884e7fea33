package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent wave as one compound statement, which commits it: one round trip instead of
 * four. It takes free seats, writes their holds down, and confirms others that were paid for
 * outside. Only if nothing was in the way of any of them it goes on to the next, and to its end.
 *
 * <p>MariaDB runs compound statements outside of procedures, MySQL does not. Each of its parts
 * costs the server more than a statement by itself, so it pays for many changes only. In a cluster
 * a COMMIT may lose against one on another node; what that does to one inside of a compound
 * statement nobody has tried, so there it is not used.
 */
final class MariaDbCompound {
  /** Few enough for a text far shorter than what a server takes (max_allowed_packet). */
  private static final int MOST_PLACES = 5_000;

  /** What it takes is in it, and it asks whether the server is in a cluster. */
  private static final String PROBE =
      "BEGIN NOT ATOMIC DECLARE n BIGINT; SET n = 0;"
          + " SELECT COUNT(*) FROM information_schema.GLOBAL_VARIABLES"
          + " WHERE variable_name = 'WSREP_ON' AND variable_value = 'ON'; END";

  private final MariaDbTakes takes = new MariaDbTakes();
  private final MariaDbConfirms confirms = new MariaDbConfirms();
  private final Time time;

  /** Null until a server has said. All sessions of a store lead to servers of one kind. */
  private volatile @Nullable Boolean usable;

  /** Asks a server whether it may be used there, unless that is known. */
  MariaDbCompound(Sale sale, @Nullable Boolean usable) {
    this.time = sale.time();
    this.usable = usable;
  }

  /** Whether it is made for these, and the server of this session is one for it. */
  boolean fits(Connection session, Changes wave) throws SQLException {
    return wave.pays().isEmpty()
        && wave.confirms().isEmpty()
        && wave.holds().stream().allMatch(hold -> hold.fence() == 0)
        && wave.holds().size() <= MariaDbFreshHolds.MOST
        && wave.places() <= MOST_PLACES
        && isUsableIn(session);
  }

  private boolean isUsableIn(Connection session) throws SQLException {
    if (usable == null) {
      usable = probe(session);
    }
    return Boolean.TRUE.equals(usable);
  }

  /** Null if it cannot be told now: 42 is also said to whoever asks too often. */
  private static @Nullable Boolean probe(Connection session) throws SQLException {
    try {
      return new Composed().add(PROBE).number(session).equals(OptionalLong.of(0));
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith("42")) {
        throw e;
      }
      return e.getErrorCode() == MariaDbDialect.NO_SQL ? false : null;
    }
  }

  /**
   * Makes all of them and commits; empty if something was in the way, and the transaction is to be
   * undone. If it fails it may be committed nevertheless.
   */
  Optional<Map<HoldId, Applied>> make(Connection connection, Changes wave) throws SQLException {
    OptionalLong now = statement(wave).number(connection);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Map<HoldId, Applied> made = new HashMap<>(Begun.at(now.getAsLong(), wave.holds()).made());
    wave.outside().forEach(change -> made.put(change.claim().id(), Bulk.CONFIRMED));
    return Optional.of(made);
  }

  /** Answers a row if it is committed: when its holds begin, if it has any. */
  private Composed statement(Changes wave) {
    Composed block = new Composed().add("BEGIN NOT ATOMIC DECLARE begun BIGINT; ");
    List<Counted> takings = takes.statements(wave.holds());
    takings.forEach(take -> addGuard(block, take));
    if (!wave.holds().isEmpty()) {
      block
          .add("SET begun = ?; ", time)
          .add(MariaDbFreshHolds.insertion(wave.holds(), "begun"))
          .add("; ");
    }
    List<Counted> confirmations = confirms.statements(wave.outside());
    confirmations.forEach(some -> addGuard(block, some));
    return block
        .add("COMMIT; SELECT begun; ")
        .add("END IF; ".repeat(takings.size() + confirmations.size()))
        .add("END");
  }

  private static void addGuard(Composed block, Counted counted) {
    block.add(counted.statement()).add("; IF ROW_COUNT() = ? THEN ", counted.rows());
  }
}
