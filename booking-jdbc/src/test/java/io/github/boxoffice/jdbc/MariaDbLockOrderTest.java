package io.github.boxoffice.jdbc;

class MariaDbLockOrderTest extends LockOrderContract {
  MariaDbLockOrderTest() {
    super(new TestedMariaDb());
  }
}
