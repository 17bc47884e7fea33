package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;

class PostgresReadOnlyTest extends ReadOnlyContract {
  @Override
  HikariConfig empty() {
    HikariConfig settings = PostgresServer.settings(1);
    // The URL of the embedded server names a user, which would win.
    settings.setJdbcUrl(settings.getJdbcUrl().replaceFirst("\\?.*", ""));
    settings.setUsername("postgres");
    return settings;
  }

  @Override
  void allowReading(Connection owner, String user) throws SQLException {
    TestedDatabase.execute(owner, "CREATE USER " + user);
    TestedDatabase.execute(
        owner, "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO " + user);
  }
}
