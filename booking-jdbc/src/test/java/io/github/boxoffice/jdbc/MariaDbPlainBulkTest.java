package io.github.boxoffice.jdbc;

import java.sql.Connection;

/**
 * The same on a server without compound statements, as MySQL is: nothing but the old statements.
 */
class MariaDbPlainBulkTest extends MariaDbBulkTest {
  @Override
  Dialect dialect() {
    return new MariaDbServer.SettableDialect(false) {
      @Override
      Bulk bulk(Sale sale) {
        return plain(sale);
      }
    };
  }

  @Override
  Dialect real() {
    return new MariaDbDialect() {
      @Override
      Dialect in(Connection session) {
        return this;
      }

      @Override
      Bulk bulk(Sale sale) {
        return plain(sale);
      }
    };
  }

  private static Bulk plain(Sale sale) {
    return new MariaDbBulk(sale, new MariaDbCompound(sale, false));
  }
}
