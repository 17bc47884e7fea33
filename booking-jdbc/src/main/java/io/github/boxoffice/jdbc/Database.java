package io.github.boxoffice.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The kinds of database that Boxoffice speaks to. */
public enum Database {
  /** H2, embedded in this process, in memory or in a file. */
  H2("H2", new H2Dialect()),

  /** PostgreSQL; tested on version 18. */
  POSTGRESQL("PostgreSQL", new PostgresDialect()),

  /**
   * MariaDB, tested on version 11.4, and MySQL from version 8.0.17, whose own server was not
   * tested.
   */
  MARIADB(List.of("MariaDB", "MySQL"), new MariaDbDialect());

  // What it calls itself; lists from List.of do not change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> products;

  // Dialects have no state that changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Dialect dialect;

  Database(String product, Dialect dialect) {
    this(List.of(product), dialect);
  }

  Database(List<String> products, Dialect dialect) {
    this.products = products;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The kind that a JDBC URL leads to, as far as its beginning tells; empty if it is unknown. */
  public static Optional<Database> of(String jdbcUrl) {
    return Arrays.stream(values())
        .filter(
            database -> database.products.stream().anyMatch(product -> leadsTo(jdbcUrl, product)))
        .findFirst();
  }

  private static boolean leadsTo(String jdbcUrl, String product) {
    return jdbcUrl.startsWith("jdbc:" + product.toLowerCase(Locale.ROOT) + ":");
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

  /** The dialect for sessions that are set as this one. */
  static Dialect dialect(Connection connection) throws SQLException {
    return of(connection).dialect.in(connection);
  }

  static Database of(Connection connection) throws SQLException {
    String found = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(database -> database.products.stream().anyMatch(found::equalsIgnoreCase))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(found)));
  }

  private static String unknown(String found) {
    String known =
        Arrays.stream(values())
            .flatMap(database -> database.products.stream())
            .collect(Collectors.joining(", "));
    return "unknown database '" + found + "'; known: " + known;
  }
}
