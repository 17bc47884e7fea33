package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same in one round trip: the server reads its clock when the statement begins, and tells the
 * time with its answer, as it would tell a key that it made itself.
 */
final class MariaDbFreshHolds extends FreshHolds {
  /** A text far shorter than what a server takes (max_allowed_packet). */
  static final int MOST = 500;

  private final Time time;

  MariaDbFreshHolds(Sale sale) {
    super(sale);
    this.time = sale.time();
  }

  @Override
  Applied begin(Connection connection, SeatChange.Hold taken) throws SQLException {
    return HoldRules.applied(Begun.at(insertion(List.of(taken)).lastInsertId(connection), taken));
  }

  @Override
  Map<HoldId, Applied> begin(Connection connection, List<SeatChange.Hold> taken)
      throws SQLException {
    Map<HoldId, Applied> made = new HashMap<>();
    for (List<SeatChange.Hold> part : Composed.parts(taken, MOST)) {
      made.putAll(Begun.at(insertion(part).lastInsertId(connection), part).made());
    }
    return made;
  }

  /** Writes these down, and tells LAST_INSERT_ID the time. */
  private Composed insertion(List<SeatChange.Hold> taken) {
    return insertion(taken, "LAST_INSERT_ID(" + time.literal() + ")");
  }

  /** Writes these down; since says when they begin, in SQL. */
  static Composed insertion(List<SeatChange.Hold> taken, String since) {
    Composed insert = new Composed();
    return insert
        .add(
            "INSERT INTO seat_hold"
                + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
                + " VALUES ")
        .each(
            taken,
            ", ",
            hold ->
                insert
                    .add(
                        "(?, ?, ?, ?, 'HELD', ",
                        hold.claim().show().value(),
                        hold.claim().id().value(),
                        hold.claim().user(),
                        hold.claim().seats().toString())
                    .add(since)
                    .add(", held_since + ?, FALSE)", HoldRules.freshMillis(hold.terms())));
  }
}
