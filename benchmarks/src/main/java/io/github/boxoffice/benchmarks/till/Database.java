package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A database of a till's own. All who need one get it alike: behind a pool of 16 whose connections
 * come with auto-commit off, as those of Boxoffice's own pool do.
 */
public class Database implements AutoCloseable {
  /** The system property that may give the URL of a MariaDB server. */
  public static final String MARIADB = "boxoffice.mariadb";

  /** How many connections each till has. */
  public static final int POOL = 16;

  private final HikariDataSource pool;

  Database(HikariConfig config) {
    config.setMaximumPoolSize(POOL);
    config.setAutoCommit(false);
    this.pool = new HikariDataSource(config);
  }

  /** H2 in memory, gone when it is closed. */
  public static Database h2() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";QUERY_CACHE_SIZE=64");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaxLifetime(0);
    return new Database(config);
  }

  /** PostgreSQL with full durability, on a server that this JVM starts for all that ask. */
  public static Database postgres() {
    return new Postgres(new HikariConfig());
  }

  /**
   * The same with all transactions at this isolation.
   *
   * @param isolation the name of a constant of {@link java.sql.Connection}
   */
  public static Database postgres(String isolation) {
    HikariConfig config = new HikariConfig();
    config.setTransactionIsolation(isolation);
    return new Postgres(config);
  }

  /**
   * A new database on the MariaDB server whose URL the system property {@value #MARIADB} gives; its
   * user must be allowed to create one.
   *
   * @throws IllegalStateException if it gives none
   */
  public static Database mariaDb() {
    return new MariaDb(new HikariConfig(), System.getProperty(MARIADB, ""));
  }

  /** Whether there is a MariaDB server to be used. */
  public static boolean hasMariaDb() {
    return !System.getProperty(MARIADB, "").isEmpty();
  }

  /**
   * SQL for the rows of a table of one column n with the numbers from {@code first} to {@code
   * last}.
   */
  public String series(long first, long last) {
    return "(SELECT s.n FROM generate_series(" + first + ", " + last + ") AS s (n))";
  }

  /**
   * Answers name=value lines about what a commit is worth here; empty if there is nothing to say.
   */
  String settings() {
    return "";
  }

  /** Which database this is, its version, and what a commit is worth with its settings. */
  public final String about() {
    List<String> facts = new ArrayList<>();
    try (var connection = pool.getConnection()) {
      var product = connection.getMetaData();
      facts.add(product.getDatabaseProductName() + " " + product.getDatabaseProductVersion());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask the database about itself", e);
    }
    if (!settings().isEmpty()) {
      facts.addAll(ask(settings()));
    }
    return String.join(", ", facts);
  }

  /** What a query answers, which has one column. */
  final List<String> ask(String query) {
    try (var connection = pool.getConnection();
        var select = connection.createStatement();
        var rows = select.executeQuery(query)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      connection.rollback();
      return answers;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask the database: " + query, e);
    }
  }

  /** Its connections. */
  public final HikariDataSource pool() {
    return pool;
  }

  /** To be called when shows were opened: what the server has to do about them is done now. */
  public void settle() {}

  /** Work on a connection; commits if it answers true. */
  @FunctionalInterface
  public interface Work {
    /** Whether to keep what was done. */
    boolean on(Connection connection) throws SQLException;
  }

  /**
   * Runs the work in a transaction.
   *
   * @return whether it was committed
   */
  public final boolean transaction(Work work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      boolean done = false;
      try {
        done = work.on(connection);
      } finally {
        if (done) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
      return done;
    }
  }

  /** Runs statements, each a transaction of its own. */
  public final void execute(String... statements) {
    try (var connection = pool.getConnection()) {
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
