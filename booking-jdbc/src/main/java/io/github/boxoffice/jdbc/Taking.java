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

  Taking(Sale sale) {
    this.sale = sale;
  }

  /**
   * When the user's claim began, and what time it is.
   *
   * @param since equal to {@code now} for a fresh claim
   */
  private record Start(long since, long now) {}

  private Start fresh(Connection connection) throws SQLException {
    long now = sale.now(connection);
    return new Start(now, now);
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
      return take(connection, wanted, rows, fresh(connection));
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
    Start start = new Start(owners.claimedSince(now), now);
    if (HoldRules.term(start.since, wanted.terms(), now).isOver(now)) {
      return ChangeResult.Refused.because(Refusal.EXTENSION_LIMIT);
    }
    for (Stored owner : owners.held()) {
      if (!sale.holds().update(connection, owner, HoldRules.displaced(owner.hold(), now))) {
        return new ChangeResult.Conflict();
      }
    }
    return take(connection, wanted, rows, start);
  }

  private @Nullable ChangeResult take(
      Connection connection, SeatChange.Hold wanted, List<SeatRow> locked, Start start)
      throws SQLException {
    sale.seats().point(connection, wanted.claim(), wanted.fence(), locked);
    return begin(connection, wanted, start);
  }

  /** Begins a hold whose seats have just been taken; null if its id is there already. */
  @Nullable ChangeResult begin(Connection connection, SeatChange.Hold wanted) throws SQLException {
    return begin(connection, wanted, fresh(connection));
  }

  private @Nullable ChangeResult begin(Connection connection, SeatChange.Hold wanted, Start start)
      throws SQLException {
    HoldRecord first =
        new HoldRecord(
            wanted.claim(),
            HoldState.HELD,
            HoldRules.term(start.since, wanted.terms(), start.now),
            null);
    try {
      sale.holds().insert(connection, first);
      return HoldRules.applied(first);
    } catch (SQLException e) {
      if (sale.dialect().classify(e) == Trouble.TAKEN) {
        return null;
      }
      throw e;
    }
  }
}
