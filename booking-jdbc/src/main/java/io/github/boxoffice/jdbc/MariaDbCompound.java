package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.SeatChange;
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

  private static final int NO_SQL = 1064;

  /** What it takes is in it, and it asks whether the server is in a cluster. */
  private static final String PROBE =
      "BEGIN NOT ATOMIC SELECT COUNT(*) FROM information_schema.GLOBAL_VARIABLES"
          + " WHERE variable_name = 'WSREP_ON' AND variable_value = 'ON'; END";

  private final MariaDbTakes takes = new MariaDbTakes();
  private final MariaDbConfirms confirms = new MariaDbConfirms();
  private final MariaDbFreshHolds fresh;
  private final Dialect dialect;

  /** Null until a server has said. All sessions of a store lead to servers of one kind. */
  private volatile @Nullable Boolean usable;

  /** Asks a server whether it may be used there, unless that is known. */
  MariaDbCompound(Sale sale, @Nullable Boolean usable) {
    this.fresh = new MariaDbFreshHolds(sale);
    this.dialect = sale.dialect();
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
      return e.getErrorCode() == NO_SQL ? false : null;
    }
  }

  /**
   * Makes all of them and commits; empty if something was in the way, and the transaction is to be
   * undone.
   *
   * @throws Underway if the connection was lost, or it failed and is committed nevertheless
   */
  Optional<Map<HoldId, Applied>> make(Connection connection, Changes wave) throws SQLException {
    OptionalLong now = run(connection, wave);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    Map<HoldId, Applied> made = new HashMap<>(Begun.at(now.getAsLong(), wave.holds()).made());
    wave.outside().forEach(change -> made.put(change.claim().id(), Bulk.CONFIRMED));
    return Optional.of(made);
  }

  private OptionalLong run(Connection connection, Changes wave) throws SQLException {
    try {
      return statement(wave).number(connection);
    } catch (SQLException e) {
      throw isUndone(connection, wave, e) ? e : new Underway(e);
    }
  }

  /** Answers a row if it is committed: when its holds begin, if it has any. */
  private Composed statement(Changes wave) {
    Composed block = new Composed().add("BEGIN NOT ATOMIC ");
    List<Counted> takings = takes.statements(wave.holds());
    takings.forEach(take -> addGuard(block, take));
    if (!wave.holds().isEmpty()) {
      block.add(fresh.insertion(wave.holds())).add("; ");
    }
    List<Counted> confirmations = confirms.statements(wave.outside());
    confirmations.forEach(some -> addGuard(block, some));
    return block
        .add("COMMIT; SELECT LAST_INSERT_ID(); ")
        .add("END IF; ".repeat(takings.size() + confirmations.size()))
        .add("END");
  }

  private static void addGuard(Composed block, Counted counted) {
    block.add(counted.statement()).add("; IF ROW_COUNT() = ? THEN ", counted.rows());
  }

  /**
   * Whether a statement that failed has left nothing. It may have been stopped after its commit, so
   * one of the changes is looked for, which stands for all. If it was made already, before this
   * wave, it stands for the wrong answer, which is the careful one.
   */
  private boolean isUndone(Connection connection, Changes wave, SQLException failure) {
    Trouble trouble = dialect.classify(failure);
    if (trouble == Trouble.TAKEN) {
      return true;
    }
    if (trouble == Trouble.UNKNOWN) {
      return false;
    }
    try {
      connection.rollback();
      return trace(wave).number(connection).isEmpty();
    } catch (SQLException lost) {
      failure.addSuppressed(lost);
      return false;
    }
  }

  private static Composed trace(Changes wave) {
    Composed look = new Composed().add("SELECT 1 FROM seat_hold WHERE ");
    if (!wave.holds().isEmpty()) {
      return addKey(look, wave.holds().get(0).claim());
    }
    SeatChange.Confirm confirm = wave.outside().get(0);
    return addKey(look, confirm.claim()).add(" AND payment_id = ?", confirm.payment().id().value());
  }

  private static Composed addKey(Composed look, Claim claim) {
    return look.add("show_id = ? AND id = ?", claim.show().value(), claim.id().value());
  }
}
