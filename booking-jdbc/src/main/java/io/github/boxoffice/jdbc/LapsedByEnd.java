package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Among all, those first that ended first, by an index that is kept for this. */
final class LapsedByEnd extends Lapsed {
  private final String sql;

  LapsedByEnd(Sale sale) {
    super(sale);
    this.sql =
        CLAIMS
            + sale.dialect().isOneOf("state", "HELD")
            + " AND held_until <= ? ORDER BY held_until LIMIT ?";
  }

  @Override
  List<Claim> find(Connection connection, int limit) throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      select.setLong(1, now(connection));
      select.setInt(2, limit);
      return claims(select);
    }
  }
}
