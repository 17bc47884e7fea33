package io.github.boxoffice.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who may only read looks for the tables, and is refused in words when he would write. */
abstract class ReadOnlyContract {
  private HikariDataSource owner;
  private HikariDataSource reader;

  /** A new, empty database. */
  abstract HikariConfig empty();

  /** Creates a user of this name, who may read in this database, also what is not there yet. */
  abstract void allowReading(Connection owner, String user) throws SQLException;

  @BeforeEach
  void openDatabase() throws SQLException {
    HikariConfig settings = empty();
    owner = new HikariDataSource(settings);
    try (Connection connection = owner.getConnection()) {
      String user = "reader_of_" + connection.getCatalog();
      allowReading(connection, user);
      settings.setUsername(user);
      reader = new HikariDataSource(settings);
    }
  }

  @AfterEach
  void closeDatabase() {
    reader.close();
    owner.close();
  }

  @Test
  void check_tablesAreThere_passes() {
    Schema.apply(owner);
    Schema.check(reader);
    Schema.apply(reader);
  }

  @Test
  void check_noTables_saysWhatToDo() {
    assertThatThrownBy(() -> Schema.check(reader))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Schema.apply");
  }

  @Test
  void apply_noTables_saysThatItIsNotAllowed() {
    assertThatThrownBy(() -> Schema.apply(reader))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> Schema.check(owner)).isInstanceOf(IllegalStateException.class);
  }
}
