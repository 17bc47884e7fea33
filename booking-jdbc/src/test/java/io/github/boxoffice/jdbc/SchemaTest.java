package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.store.HoldState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private HikariDataSource database;

  @BeforeEach
  void openEmptyDatabase() {
    database = new HikariDataSource();
    database.setJdbcUrl(H2.memory(UUID.randomUUID().toString()));
    database.setUsername("sa");
    database.setMaximumPoolSize(1);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void check_emptyDatabase_saysWhatToDoAndChangesNothing() throws SQLException {
    assertThatThrownBy(() -> Schema.check(database))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Schema.apply");
    assertThatThrownBy(() -> JdbcStore.on(database)).isInstanceOf(IllegalStateException.class);
    try (Connection connection = database.getConnection();
        var tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void apply_twice_createsOnce() {
    Schema.apply(database);
    Schema.apply(database);
    Schema.check(database);
  }

  @Test
  void check_anotherVersion_isRefused() throws SQLException {
    Schema.apply(database);
    execute("UPDATE boxoffice_schema SET version = 2");
    assertThatThrownBy(() -> Schema.check(database))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> Schema.apply(database)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void script_runByHand_isAllThatIsNeeded() throws SQLException {
    execute(Schema.script(Database.H2));
    Schema.check(database);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void location_isWhereTheScriptIs(Database kind) {
    String folder = Schema.location(kind).replace("classpath:", "/");
    assertThat(SchemaTest.class.getResource(folder + "/V1__boxoffice.sql")).isNotNull();
  }

  @Test
  void seat_twice_isImpossible() throws SQLException {
    Schema.apply(database);
    String seat = "INSERT INTO show_seat (seat_key, show_id, seat_no) VALUES (%s, 3, 5)";
    execute(String.format(seat, 3 * 1048576 + 5));
    assertThatThrownBy(() -> execute(String.format(seat, 3 * 1048576 + 5)))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> execute(String.format(seat, 3 * 1048576 + 6)))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void state_anyOtherWord_isRefused() throws SQLException {
    Schema.apply(database);
    String hold =
        "INSERT INTO seat_hold (hold_key, show_id, id, user_id, seats, state, held_since,"
            + " held_until, extended) VALUES (%d, 1, RANDOM_UUID(), 'a', '1', '%s', 0, 0, FALSE)";
    int key = 0;
    for (HoldState state : HoldState.values()) {
      execute(String.format(hold, key++, state));
    }
    assertThatThrownBy(() -> execute(String.format(hold, 99, "SOLD")))
        .isInstanceOf(SQLException.class);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
