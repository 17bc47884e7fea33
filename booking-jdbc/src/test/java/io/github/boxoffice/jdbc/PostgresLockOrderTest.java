package io.github.boxoffice.jdbc;

class PostgresLockOrderTest extends LockOrderContract {
  PostgresLockOrderTest() {
    super(new TestedPostgres());
  }
}
