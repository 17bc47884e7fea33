package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MariaDbTroubleTest extends MariaDbTroubleContract {
  MariaDbTroubleTest() {
    super(new TestedMariaDb());
  }

  /** It takes a cluster to hear this: see {@code .ci/galera}. */
  @Test
  void classify_nodeThatLeftItsCluster_isUnknown() {
    SQLException failure =
        new SQLException("WSREP has not yet prepared node for application use", "08S01", 1047);
    assertThat(Database.MARIADB.dialect().classify(failure)).isEqualTo(Trouble.UNKNOWN);
  }
}
