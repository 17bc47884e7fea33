package io.github.boxoffice.jdbc;

class H2LockOrderTest extends LockOrderContract {
  H2LockOrderTest() {
    super(new TestedH2());
  }
}
