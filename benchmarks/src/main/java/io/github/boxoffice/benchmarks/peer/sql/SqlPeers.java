package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Till;

/** Opens the peers on a server by name. */
public final class SqlPeers {
  private SqlPeers() {}

  /** The peer of this name, on a database of its own. */
  public static Till open(String name) {
    return switch (name) {
      case "postgres-for-update" -> new ForUpdate(Database.postgres());
      case "postgres-update" -> new GuardedUpdate(Database.postgres());
      case "postgres-serializable" -> new SerializableRetry();
      case "postgres-redisson" -> new RedissonLocks();
      case "mariadb-for-update" -> new ForUpdate(Database.mariaDb());
      case "mariadb-update" -> new GuardedUpdate(Database.mariaDb());
      case "hibernate-version" -> new HibernateVersion();
      case "hibernate-lock" -> new HibernateLock();
      default -> throw new IllegalArgumentException("unknown peer '" + name + "'");
    };
  }
}
