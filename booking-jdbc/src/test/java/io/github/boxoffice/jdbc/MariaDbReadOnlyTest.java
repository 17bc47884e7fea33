package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;

class MariaDbReadOnlyTest extends ReadOnlyContract {
  @Override
  HikariConfig empty() {
    return MariaDbServer.settings(1);
  }

  @Override
  void allowReading(Connection owner, String user) throws SQLException {
    TestedDatabase.execute(owner, "CREATE USER " + user + "@localhost");
    TestedDatabase.execute(
        owner, "GRANT SELECT ON " + owner.getCatalog() + ".* TO " + user + "@localhost");
  }
}
