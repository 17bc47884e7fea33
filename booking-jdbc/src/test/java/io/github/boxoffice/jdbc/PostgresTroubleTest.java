package io.github.boxoffice.jdbc;

class PostgresTroubleTest extends TroubleContract {
  PostgresTroubleTest() {
    super(new TestedPostgres());
  }
}
