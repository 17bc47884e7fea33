package io.github.boxoffice.jdbc;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The same on InnoDB, however it is told how long to wait. */
abstract class MariaDbTroubleContract extends TroubleContract {
  MariaDbTroubleContract(TestedMariaDb server) {
    super(server);
  }

  @Override
  @Test
  @Disabled("an UPDATE of InnoDB waits for a row before it sees that the row is not meant")
  void apply_takenSeatsThatARivalLooksAt_isRefusedWithoutWaiting() {}
}
