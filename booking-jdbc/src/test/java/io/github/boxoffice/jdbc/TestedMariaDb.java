package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** A server. */
final class TestedMariaDb extends TestedDatabase {
  TestedMariaDb() {
    this(new MariaDbServer.SettableDialect());
  }

  TestedMariaDb(Dialect dialect) {
    super(dialect);
  }

  @Override
  HikariDataSource open() {
    return MariaDbServer.database(4);
  }

  /** Not INNODB_TRX, which shows nothing new to who asks more often than every 100 ms. */
  @Override
  String waiting() {
    return "SELECT 1 FROM information_schema.GLOBAL_STATUS"
        + " WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS' AND variable_value > 0";
  }

  @Override
  String endless() {
    return "SELECT COUNT(*) FROM seq_1_to_1000000000 a, seq_1_to_1000000000 b";
  }

  @Override
  String session() {
    return "SELECT CONNECTION_ID()";
  }

  @Override
  String cancel(long session) {
    return "KILL QUERY " + session;
  }

  @Override
  String kill(long session) {
    return "KILL " + session;
  }

  /** Its SERIALIZABLE locks what it reads, and lets nobody change it. */
  @Override
  void snapshot(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    execute(connection, "SET SESSION innodb_snapshot_isolation = ON");
  }
}
