package io.github.boxoffice.jdbc;

class MariaDbTroubleTest extends TroubleContract {
  MariaDbTroubleTest() {
    super(new TestedMariaDb());
  }
}
