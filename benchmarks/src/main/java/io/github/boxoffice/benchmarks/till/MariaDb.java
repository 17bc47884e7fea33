package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariConfig;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** A new database on a server that runs already, gone when it is closed. */
final class MariaDb extends Database {
  private final String name;

  MariaDb(HikariConfig config, String server) {
    this(config, server, "benchmark_" + UUID.randomUUID().toString().replace('-', '_'));
  }

  private MariaDb(HikariConfig config, String server, String name) {
    super(on(server, name, config));
    this.name = name;
  }

  private static HikariConfig on(String server, String name, HikariConfig config) {
    if (server.isEmpty()) {
      throw new IllegalStateException(
          "no MariaDB: say -Dboxoffice.mariadb=jdbc:mariadb://HOST:PORT/?user=USER");
    }
    try (var connection = DriverManager.getConnection(server);
        var create = connection.createStatement()) {
      create.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    int options = server.indexOf('?');
    String address = options < 0 ? server : server.substring(0, options);
    config.setJdbcUrl(address + name + (options < 0 ? "" : server.substring(options)));
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  @Override
  public String series(long first, long last) {
    return "(SELECT seq AS n FROM seq_" + first + "_to_" + last + ")";
  }

  @Override
  String settings() {
    return "SELECT CONCAT(LOWER(variable_name), '=', variable_value)"
        + " FROM information_schema.global_variables WHERE variable_name IN"
        + " ('innodb_flush_log_at_trx_commit', 'innodb_buffer_pool_size', 'innodb_doublewrite',"
        + " 'log_bin', 'sync_binlog') ORDER BY variable_name";
  }

  @Override
  public void close() {
    execute("DROP DATABASE " + name);
    super.close();
  }
}
