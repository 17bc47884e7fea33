package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the transaction that somebody has open who asks us for something. */
class CallerTransactionTest {
  private HikariDataSource database;
  private ShowId show;
  private SeatChange hold;

  @BeforeEach
  void openDatabase() throws SQLException {
    database = PostgresServer.database(2);
    show = Shows.open(JdbcStore.on(database).catalog(), 4);
    hold = new SeatChange.Hold(Shows.claim(show, "alice", 0), Shows.TERMS, 0);
    try (Connection connection = database.getConnection()) {
      execute(connection, "CREATE TABLE app_order (id INT PRIMARY KEY)");
    }
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void apply_whileTheCallerHasATransaction_neitherJoinsNorEndsIt() throws SQLException {
    JdbcStore store = JdbcStore.on(database);
    try (Connection callers = begun()) {
      execute(callers, "INSERT INTO app_order VALUES (1)");
      assertThat(store.seats().apply(hold, Isolation.GUARDED))
          .isInstanceOf(ChangeResult.Applied.class);
      assertThat(callers.getAutoCommit()).isFalse();
      callers.rollback();
    }
    assertThat(count("app_order")).isZero();
    assertThat(store.seats().countFree(show)).isEqualTo(3);
  }

  @Test
  void apply_afterUncommittedChangesOfTheCaller_doesNotSeeThem() throws SQLException {
    JdbcStore store = JdbcStore.on(database);
    try (Connection callers = begun()) {
      execute(callers, "UPDATE show_plan SET max_seats = 1");
      assertThat(store.catalog().show(show).orElseThrow().plan().holds().maxSeats())
          .isGreaterThan(1);
      callers.rollback();
    }
  }

  @Test
  void apply_callerHasTheLastConnection_failsInTimeAndSaysWhy() throws SQLException {
    HikariConfig small = new HikariConfig();
    small.setJdbcUrl(database.getJdbcUrl());
    small.setMaximumPoolSize(1);
    small.setConnectionTimeout(250);
    try (HikariDataSource one = new HikariDataSource(small)) {
      JdbcStore store = JdbcStore.on(one);
      try (Connection callers = one.getConnection()) {
        assertThat(callers.isValid(1)).isTrue();
        assertThatThrownBy(() -> store.seats().apply(hold, Isolation.GUARDED))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("Connection is not available")
            .hasCauseInstanceOf(SQLException.class);
      }
      assertThat(store.seats().apply(hold, Isolation.GUARDED))
          .isInstanceOf(ChangeResult.Applied.class);
    }
  }

  private Connection begun() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private int count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
