package io.github.boxoffice.jdbc;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The same on a server that knows no SET STATEMENT, as MySQL: the session says how to wait. */
class MariaDbPlainTroubleTest extends TroubleContract {
  MariaDbPlainTroubleTest() {
    super(new TestedMariaDb(new MariaDbServer.SettableDialect(false)));
  }

  @Override
  @Test
  @Disabled("an UPDATE of InnoDB waits for a row before it sees that the row is not meant")
  void apply_takenSeatsThatARivalLooksAt_isRefusedWithoutWaiting() {}
}
