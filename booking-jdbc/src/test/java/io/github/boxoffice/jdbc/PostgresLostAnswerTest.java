package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Way;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLostAnswerTest extends LostAnswerContract {
  PostgresLostAnswerTest() {
    super(new TestedPostgres());
  }

  @Override
  int port(HikariDataSource database) {
    return plain(database).getPortNumbers()[0];
  }

  @Override
  DataSource through(HikariDataSource database, int port) {
    PGSimpleDataSource plain = plain(database);
    plain.setPortNumbers(new int[] {port});
    return plain;
  }

  private static PGSimpleDataSource plain(HikariDataSource database) {
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setUrl(database.getJdbcUrl());
    return plain;
  }

  /**
   * A whole hold or confirmation is one statement, which commits itself, unless it is told more.
   */
  @Override
  String lastWords(Way way, boolean hold) {
    if (way == Way.BATCH || (way == Way.SERIALIZABLE && hold)) {
      return "COMMIT";
    }
    return hold ? "INSERT INTO seat_hold" : "UPDATE seat_hold";
  }
}
