package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;

/** A server. */
final class TestedPostgres extends TestedDatabase {
  TestedPostgres() {
    super(new PostgresServer.SettableDialect());
  }

  @Override
  HikariDataSource open() {
    return PostgresServer.database(4);
  }

  @Override
  String waiting() {
    return "SELECT 1 FROM pg_stat_activity"
        + " WHERE wait_event_type = 'Lock' AND datname = current_database()";
  }

  @Override
  String endless() {
    return "SELECT pg_sleep(1000)";
  }

  @Override
  String session() {
    return "SELECT pg_backend_pid()";
  }

  @Override
  String cancel(long session) {
    return "SELECT pg_cancel_backend(" + session + ")";
  }

  @Override
  String kill(long session) {
    return "SELECT pg_terminate_backend(" + session + ", 10000)";
  }
}
