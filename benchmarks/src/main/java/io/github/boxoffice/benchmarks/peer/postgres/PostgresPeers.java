package io.github.boxoffice.benchmarks.peer.postgres;

import io.github.boxoffice.benchmarks.till.Till;

/** Opens the peers on PostgreSQL by name. */
public final class PostgresPeers {
  private PostgresPeers() {}

  /** The peer of this name, on a database of its own. */
  public static Till open(String name) {
    return switch (name) {
      case "postgres-for-update" -> new ForUpdate();
      case "postgres-update" -> new GuardedUpdate();
      case "postgres-serializable" -> new SerializableRetry();
      case "postgres-redisson" -> new RedissonLocks();
      case "hibernate-version" -> new HibernateVersion();
      case "hibernate-lock" -> new HibernateLock();
      default -> throw new IllegalArgumentException("unknown peer '" + name + "'");
    };
  }
}
