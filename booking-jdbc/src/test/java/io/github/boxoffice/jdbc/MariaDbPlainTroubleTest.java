package io.github.boxoffice.jdbc;

/** The same on a server that knows no SET STATEMENT, as MySQL: the session says how to wait. */
class MariaDbPlainTroubleTest extends MariaDbTroubleContract {
  MariaDbPlainTroubleTest() {
    super(new TestedMariaDb(new MariaDbServer.SettableDialect(false)));
  }
}
