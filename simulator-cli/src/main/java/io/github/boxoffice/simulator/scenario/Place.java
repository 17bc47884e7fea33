package io.github.boxoffice.simulator.scenario;

import java.util.Optional;

/**
 * Where seats and leases live.
 *
 * @param store where the seats live
 * @param storeName what is on the command line, such as {@code h2:sales}; without passwords
 * @param url how the database is reached, once there is one; each run in memory has its own
 * @param lease where the leases live
 * @param redis how the Redis of the leases is reached, once there is one
 * @param connections how many connections a process has to the database
 */
public record Place(
    Store store,
    String storeName,
    Optional<String> url,
    Lease lease,
    Optional<String> redis,
    int connections) {
  /** The kinds of store. */
  public enum Store {
    /** In this process's memory. */
    MEMORY("none: seats live in this process's memory"),
    /** H2 in this process, in memory. */
    H2("none: H2 in memory"),
    /** H2 in this process, in a file. */
    H2_FILE("H2 file with WRITE_DELAY=0: survives a kill, not a power loss"),
    /** A PostgreSQL server that we start. */
    POSTGRES("full: fsync and synchronous_commit on"),
    /** A MariaDB server that we start. */
    MARIADB("full: innodb_flush_log_at_trx_commit=1"),
    /** A database that others started. */
    JDBC("as that database is set");

    private final String durability;

    Store(String durability) {
      this.durability = durability;
    }

    /** Whether all of it is in this process, so that no call waits for another. */
    public boolean isHere() {
      return this == MEMORY || this == H2 || this == H2_FILE;
    }
  }

  /** The kinds of lease store. */
  public enum Lease {
    /** In this process's memory. */
    MEMORY,
    /** In a table beside the seats. */
    JDBC,
    /** In Redis; in one that we start, unless others did. */
    REDIS
  }

  /** The same, where the database is reached like this. */
  public Place at(String jdbcUrl) {
    return new Place(store, storeName, Optional.of(jdbcUrl), lease, redis, connections);
  }

  /** The same, where the Redis of the leases is reached like this. */
  public Place leasingAt(String redisUrl) {
    return new Place(store, storeName, url, lease, Optional.of(redisUrl), connections);
  }

  /** The same without a file, for what is not to be kept. */
  public Place aside() {
    return store == Store.H2_FILE
        ? new Place(Store.H2, storeName, Optional.empty(), lease, redis, connections)
        : this;
  }

  /** What is on the command line, without a password. */
  public String leaseName() {
    return switch (lease) {
      case MEMORY -> "memory";
      case JDBC -> "jdbc";
      case REDIS -> redis.map(server -> server.replaceFirst("//.*@", "//")).orElse("redis");
    };
  }

  /** What outlives what, in words for people. */
  public String durability() {
    return store.durability;
  }
}
