package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a batch is made in few transactions, mostly in one. A round is one transaction: a wave of
 * what is simple, in bulk; or else what takes a closer look, one by one; then a look that answers
 * the rivals of both. Each round is a transaction of its own, because each locks seats in seat
 * order, then holds, then payments; two of them in one would not.
 */
final class Rounds {
  /** Chains of changes that each wait for the one before need no transaction each. */
  private static final int MOST = 6;

  private final Bulk bulk;
  private final BulkLook look;
  private final Careful careful;

  Rounds(Sale sale) {
    this.bulk = sale.dialect().bulk(sale);
    this.look = new BulkLook(bulk);
    this.careful = new Careful(sale);
  }

  /** What is to be answered. */
  Ask ask(SeatChange change) {
    return new Ask(change, bulk.fences());
  }

  /**
   * Answers some of these changes, mostly all.
   *
   * @param asks a batch in its order, answered or not
   * @param round how many rounds there were before
   */
  void next(Connection connection, List<Ask> asks, int round) throws SQLException {
    if (round >= MOST) {
      careful.make(connection, unanswered(asks));
      return;
    }
    if (round == 0 && Wave.hasRivals(asks)) {
      look.at(connection, asks);
    }
    List<Ask> pending = unanswered(asks);
    Wave wave = Wave.of(pending);
    List<Ask> simple = wave.simple();
    if (simple.isEmpty()) {
      careful.make(connection, wave.closer());
    } else {
      boolean isLast = simple.size() == pending.size();
      wave.refuseLosers(make(connection, simple, isLast));
    }
    look.at(connection, asks);
  }

  static List<Ask> unanswered(List<Ask> asks) {
    return asks.stream().filter(ask -> ask.answer() == null).toList();
  }

  /** Answers which holds were made. */
  private Set<HoldId> make(Connection connection, List<Ask> simple, boolean isLast)
      throws SQLException {
    Changes changes = Changes.of(simple.stream().map(Ask::change).toList());
    Map<HoldId, Applied> made =
        isLast ? bulk.makeLast(connection, changes) : bulk.make(connection, changes);
    simple.forEach(ask -> ask.tried(made.get(ask.id())));
    return made.keySet();
  }
}
