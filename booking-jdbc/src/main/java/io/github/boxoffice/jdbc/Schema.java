package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The tables that Boxoffice needs. Nothing is created or changed unless it is asked for: by {@link
 * #apply}, by running what {@link #script} prints, or by Flyway with {@link #location} among its
 * locations.
 */
public final class Schema {
  /** The version that this version of Boxoffice works with. */
  public static final int VERSION = 1;

  private static final String SCRIPT = "V1__boxoffice.sql";
  private static final String TABLE = "boxoffice_schema";

  private Schema() {}

  /** The script that creates all tables, to be read or run by hand. */
  public static String script(Database database) {
    String name = "schema/" + database.dialect().name() + "/" + SCRIPT;
    try (InputStream script = Schema.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IllegalStateException("there is no " + name + " beside " + Schema.class);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /** Where Flyway finds the scripts: a folder on the class path, one script a version. */
  public static String location(Database database) {
    return "classpath:io/github/boxoffice/jdbc/schema/" + database.dialect().name();
  }

  /**
   * Creates the tables, if they are not there yet.
   *
   * @throws IllegalStateException if tables of another version are there
   * @throws StoreException if the database refuses
   */
  public static void apply(DataSource dataSource) {
    Transactions.ask(
        dataSource,
        connection -> {
          if (version(connection).isEmpty()) {
            create(connection);
          }
          return VERSION;
        });
    check(dataSource);
  }

  /**
   * Looks whether the tables are there and of the right version; changes nothing.
   *
   * @throws IllegalStateException if they are not; the message says what to do
   * @throws StoreException if the database does not answer
   */
  public static void check(DataSource dataSource) {
    Optional<Integer> version = Transactions.ask(dataSource, Schema::version);
    if (version.isEmpty()) {
      throw new IllegalStateException(
          "the database has no Boxoffice tables: call Schema.apply(dataSource), or run the script"
              + " that Schema.script(database) answers");
    } else if (version.get() != VERSION) {
      throw new IllegalStateException(
          "the Boxoffice tables are of version "
              + version.get()
              + "; this Boxoffice works with version "
              + VERSION);
    }
  }

  private static Optional<Integer> version(Connection connection) throws SQLException {
    if (!isThere(connection)) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM " + TABLE)) {
      // None, if creating the tables stopped before the last step.
      return row.next() && row.getObject(1) != null ? Optional.of(row.getInt(1)) : Optional.empty();
    }
  }

  /** Asked of the catalogue of the database, because a failed SELECT can end a transaction. */
  private static boolean isThere(Connection connection) throws SQLException {
    var data = connection.getMetaData();
    String name = data.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
    try (ResultSet row =
        data.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
      return row.next();
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(script(Database.of(connection)))) {
        statement.execute(sql);
      }
    }
  }

  /** Every statement of our scripts ends with a semicolon at the end of a line. */
  private static List<String> statements(String script) {
    return Arrays.stream(script.split(";\\R")).filter(sql -> !sql.isBlank()).toList();
  }
}
