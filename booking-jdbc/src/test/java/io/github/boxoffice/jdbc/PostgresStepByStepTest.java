package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.store.ChangeResult.Applied;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableSet;

/** Batches as they are made after something was in the way of one. */
class PostgresStepByStepTest extends PostgresStoreTest {
  @Override
  PostgresDialect dialect() {
    return new StepByStep();
  }

  private static final class StepByStep extends PostgresServer.SettableDialect {
    @Override
    Dialect in(Connection session) {
      return this;
    }

    @Override
    Bulk bulk(Sale sale) {
      return new Steps(super.bulk(sale));
    }
  }

  /** Makes the last wave like any other. */
  private record Steps(Bulk real) implements Bulk {
    @Override
    public Map<HoldId, Applied> make(Connection connection, Changes wave) throws SQLException {
      return real.make(connection, wave);
    }

    @Override
    public boolean fences() {
      return real.fences();
    }

    @Override
    public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
        throws SQLException {
      return real.seats(connection, places);
    }

    @Override
    public Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException {
      return real.holds(connection, keys);
    }
  }
}
