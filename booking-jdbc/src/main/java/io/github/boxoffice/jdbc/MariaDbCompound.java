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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent wave as one compound statement, which commits it: one round trip instead of
 * four. It takes free seats, writes their holds down, and confirms others that were paid for
 * outside. Only if nothing was in the way of any of them it goes on to the next, and to its end.
 *
 * <p>MariaDB runs compound statements outside of procedures, MySQL does not. Each of its parts
 * costs the server more than a statement by itself, so it pays for many changes only.
 */
final class MariaDbCompound {
  /** In which nothing is kept of the transaction, be it in its commit. */
  private static final Set<Trouble> UNDONE =
      Set.of(Trouble.TAKEN, Trouble.CONTENDED, Trouble.RETRY);

  private final MariaDbTakes takes = new MariaDbTakes();
  private final MariaDbConfirms confirms = new MariaDbConfirms();
  private final MariaDbFreshHolds fresh;
  private final Dialect dialect;

  /** Null until a server was asked. All sessions of a store lead to servers of one kind. */
  private volatile @Nullable Boolean understood;

  /** Asks the server whether it understands, unless that is known. */
  MariaDbCompound(Sale sale, @Nullable Boolean understood) {
    this.fresh = new MariaDbFreshHolds(sale);
    this.dialect = sale.dialect();
    this.understood = understood;
  }

  /** Whether it is made for these, and the server of this session understands it. */
  boolean fits(Connection session, Changes wave) throws SQLException {
    return wave.pays().isEmpty()
        && wave.confirms().isEmpty()
        && wave.holds().size() <= MariaDbFreshHolds.MOST
        && wave.holds().stream().allMatch(hold -> hold.fence() == 0)
        && isUnderstoodBy(session);
  }

  private boolean isUnderstoodBy(Connection session) throws SQLException {
    if (understood == null) {
      understood = understands(session);
    }
    return Boolean.TRUE.equals(understood);
  }

  private static boolean understands(Connection session) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute("BEGIN NOT ATOMIC END");
      return true;
    } catch (SQLException e) {
      // What is no SQL there, or not allowed.
      if (e.getSQLState() != null && e.getSQLState().startsWith("42")) {
        return false;
      }
      throw e;
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
    if (trouble == Trouble.UNKNOWN || UNDONE.contains(trouble)) {
      return trouble != Trouble.UNKNOWN;
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
