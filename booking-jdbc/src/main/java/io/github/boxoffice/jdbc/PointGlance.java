package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By key, one row after the other, for a database in this process: a join costs it more than it
 * saves. The seats are read first, then their holds; a hold that keeps its seats then has kept them
 * all the while.
 */
final class PointGlance implements Glance {
  private final Sale sale;

  PointGlance(Sale sale) {
    this.sale = sale;
  }

  @Override
  public @Nullable ChangeResult refusal(Connection connection, SeatChange.Hold wanted)
      throws SQLException {
    Claim claim = wanted.claim();
    List<SeatRow> rows = sale.seats().look(connection, claim.show(), claim.seats());
    if (rows.size() < claim.seats().size() || sale.holds().find(connection, claim).isPresent()) {
      return null;
    }
    return Owners.read(connection, sale.holds(), claim.show(), rows, Isolation.GUARDED)
        .refusal(wanted, rows, sale.now(connection))
        .orElse(null);
  }
}
