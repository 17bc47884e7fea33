package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.Term;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes seats with a look at who has them, for whom the {@link Shortcut} was too short.
 *
 * <p>Only the wanted seats are written. Other seats of a hold that is displaced go on pointing at
 * it, and are free by its row.
 */
final class Taking {
  private final Sale sale;
  private final FreshHolds fresh;

  Taking(Sale sale) {
    this.sale = sale;
    this.fresh = sale.dialect().freshHolds(sale);
  }

  /**
   * Locks the seats, looks who has them, and takes them if the rules allow it.
   *
   * @return null if the hold's id is there already: undo, and ask {@link #again}
   */
  @Nullable ChangeResult careful(Connection connection, SeatChange.Hold wanted, Isolation isolation)
      throws SQLException {
    Claim claim = wanted.claim();
    List<SeatRow> rows = sale.seats().lock(connection, claim.show(), claim.seats(), isolation);
    if (rows.size() < claim.seats().size()) {
      return sale.missing(connection, claim);
    }
    if (rows.stream().allMatch(row -> row.owner() == null && row.allows(wanted.fence()))) {
      sale.seats().point(connection, claim, wanted.fence(), rows);
      return begin(connection, wanted);
    }
    ChangeResult result = takeOver(connection, wanted, rows, isolation);
    // Not before: a look for what is not there keeps rivals from adding theirs, in some databases.
    return result instanceof ChangeResult.Refused
            && sale.holds().find(connection, claim).isPresent()
        ? null
        : result;
  }

  /** The answer to a hold whose id is there already. */
  ChangeResult again(Connection connection, SeatChange.Hold wanted) throws SQLException {
    Optional<Stored> same = sale.holds().find(connection, wanted.claim());
    if (same.isPresent()
        && HoldRules.decide(same.get().hold(), wanted, sale.now(connection))
            instanceof HoldRules.Step.Answer answer) {
      return answer.result();
    }
    return new ChangeResult.Conflict();
  }

  private @Nullable ChangeResult takeOver(
      Connection connection, SeatChange.Hold wanted, List<SeatRow> rows, Isolation isolation)
      throws SQLException {
    Owners owners = Owners.read(connection, sale.holds(), wanted.claim().show(), rows, isolation);
    long now = sale.now(connection);
    Optional<ChangeResult.Refused> refused = owners.refusal(wanted, rows, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Term term = HoldRules.term(owners.claimedSince(now), wanted.terms(), now);
    if (term.isOver(now)) {
      return ChangeResult.Refused.because(Refusal.EXTENSION_LIMIT);
    }
    for (Stored owner : owners.held()) {
      if (!sale.holds().update(connection, owner, HoldRules.displaced(owner.hold(), now))) {
        return new ChangeResult.Conflict();
      }
    }
    sale.seats().point(connection, wanted.claim(), wanted.fence(), rows);
    HoldRecord first = new HoldRecord(wanted.claim(), HoldState.HELD, term, null);
    return unlessKnown(
        connection,
        same -> {
          sale.holds().insert(same, first);
          return HoldRules.applied(first);
        });
  }

  /** Begins a hold whose seats have just been taken; null if its id is there already. */
  @Nullable ChangeResult begin(Connection connection, SeatChange.Hold wanted) throws SQLException {
    return unlessKnown(connection, same -> fresh.begin(same, wanted));
  }

  private @Nullable ChangeResult unlessKnown(Connection connection, Transactions.Work insert)
      throws SQLException {
    try {
      return insert.in(connection);
    } catch (SQLException e) {
      if (sale.dialect().classify(e) == Trouble.TAKEN) {
        return null;
      }
      throw e;
    }
  }
}
