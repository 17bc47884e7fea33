package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.contract.SettableClock;
import io.github.boxoffice.contract.Shows;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MariaDbSchemaTest {
  private HikariDataSource database;

  @BeforeEach
  void openDatabase() {
    database = new HikariDataSource(MariaDbServer.settings(1));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  /** Each CREATE commits by itself, so a script that stops halfway leaves something behind. */
  @Test
  void check_scriptStoppedBeforeItsLastStep_isNoSchema() throws SQLException {
    try (Connection connection = database.getConnection()) {
      TestedDatabase.execute(connection, "CREATE TABLE boxoffice_schema (version INT NOT NULL)");
    }
    assertThatThrownBy(() -> Schema.check(database))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no Boxoffice tables");
  }

  @Test
  void booking_readByHand_hasIdsAsPeopleWriteThem() throws SQLException {
    Schema.apply(database);
    JdbcStore store = MariaDbServer.store(database, new SettableClock());
    ShowId show = Shows.open(store.catalog(), 2);
    Claim claim = Shows.claim(show, "alice", 0);
    HoldPayment payment = Shows.payment();
    store.seats().apply(new SeatChange.Hold(claim, Shows.TERMS, 0), Isolation.GUARDED);
    store.seats().apply(new SeatChange.Confirm(claim, payment, true), Isolation.GUARDED);
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT id, payment_id FROM booking")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(claim.id().toString());
      assertThat(row.getString(2)).isEqualTo(payment.id().toString());
    }
  }
}
