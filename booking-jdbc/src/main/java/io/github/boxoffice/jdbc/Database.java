package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The kinds of database that Boxoffice speaks to. */
public enum Database {
  /** H2, embedded in this process, in memory or in a file. */
  H2("H2", new H2Dialect()),

  /** PostgreSQL; tested on version 18. */
  POSTGRESQL("PostgreSQL", new PostgresDialect());

  private final String product;

  // Dialects have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Dialect dialect;

  Database(String product, Dialect dialect) {
    this.product = product;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The kind that a JDBC URL leads to, as far as its beginning tells; empty if it is unknown. */
  public static Optional<Database> of(String jdbcUrl) {
    return Arrays.stream(values())
        .filter(database -> jdbcUrl.startsWith("jdbc:" + database.dialect.name() + ":"))
        .findFirst();
  }

  /**
   * The kind that this data source leads to.
   *
   * @throws IllegalArgumentException if Boxoffice does not know it; the message names it
   * @throws io.github.boxoffice.store.StoreException if it cannot be reached
   */
  public static Database of(DataSource dataSource) {
    return Transactions.ask(dataSource, Database::of);
  }

  static Database of(Connection connection) throws SQLException {
    String found = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(database -> database.product.equalsIgnoreCase(found))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(found)));
  }

  private static String unknown(String found) {
    String known =
        Arrays.stream(values()).map(database -> database.product).collect(Collectors.joining(", "));
    return "unknown database '" + found + "'; known: " + known;
  }
}
