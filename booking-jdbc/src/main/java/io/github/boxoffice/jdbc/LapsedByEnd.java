package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.Claim;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Among all, those first that ended first, by an index that is kept for this: on MariaDB. */
final class LapsedByEnd extends Lapsed {
  private static final String LAPSED =
      CLAIMS + "state = 'HELD' AND held_until <= ? ORDER BY held_until LIMIT ?";

  LapsedByEnd(Sale sale) {
    super(sale);
  }

  @Override
  List<Claim> find(Connection connection, int limit) throws SQLException {
    try (var select = connection.prepareStatement(LAPSED)) {
      return claims(connection, select, 1, limit);
    }
  }
}
