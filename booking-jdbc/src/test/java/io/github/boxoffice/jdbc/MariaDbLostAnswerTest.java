package io.github.boxoffice.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Way;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

class MariaDbLostAnswerTest extends LostAnswerContract {
  MariaDbLostAnswerTest() {
    super(new TestedMariaDb());
  }

  @Override
  int port(HikariDataSource database) {
    return MariaDbServer.port();
  }

  @Override
  DataSource through(HikariDataSource database, int port) {
    String url = database.getJdbcUrl().replace(":" + port(database), ":" + port);
    try {
      MariaDbDataSource plain = new MariaDbDataSource(url);
      plain.setUser(MariaDbServer.USER);
      return plain;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String lastWords(Way way, boolean hold) {
    // As a statement of its own: the name of an isolation level has the same letters.
    return way == Way.BATCH && hold ? "\u0003BEGIN NOT ATOMIC DECLARE begun" : "\u0003COMMIT";
  }
}
