package io.github.boxoffice.simulator.run;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.jdbc.H2;
import io.github.boxoffice.jdbc.JdbcStore;
import io.github.boxoffice.jdbc.Schema;
import io.github.boxoffice.lock.LeaseStore;
import io.github.boxoffice.lock.MemoryLeaseStore;
import io.github.boxoffice.redis.RedisLeaseStore;
import io.github.boxoffice.simulator.control.CheckThenWrite;
import io.github.boxoffice.simulator.control.NaiveStore;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.io.Closeable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Where a run keeps its seats and leases.
 *
 * @param store the seats
 * @param leases the leases
 * @param opened what is to be closed after both
 */
record Backend(Store store, LeaseStore leases, Runnable opened) implements Closeable {
  /**
   * @param wait how long a user waits for a connection
   */
  static Backend open(Place place, String strategy, InstantSource clock, Duration wait) {
    boolean naive = strategy.equals(CheckThenWrite.NAME);
    if (place.store() == Place.Store.MEMORY) {
      return sound(place, naive ? NaiveStore.inMemory() : new MemoryStore(clock));
    }
    return naive ? naive(place, wait) : sound(place, database(place, clock, wait));
  }

  private static JdbcStore database(Place place, InstantSource clock, Duration wait) {
    return JdbcStore.at(url(place))
        .poolSize(place.connections())
        .connectionWait(wait)
        .clock(clock)
        .createTables()
        .open();
  }

  private static Backend sound(Place place, Store store) {
    LeaseStore leases = null;
    try {
      leases = leases(place, store);
      return new Backend(store, leases, () -> {});
    } finally {
      if (leases == null) {
        store.close();
      }
    }
  }

  private static LeaseStore leases(Place place, Store store) {
    if (place.lease() == Place.Lease.REDIS) {
      return RedisLeaseStore.open(place.redis().orElseThrow());
    }
    return place.lease() == Place.Lease.JDBC && store instanceof JdbcStore database
        ? database.leases()
        : new MemoryLeaseStore(store.clock());
  }

  private static Backend naive(Place place, Duration wait) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(place));
    config.setUsername(place.store().isHere() ? "sa" : null);
    config.setMaximumPoolSize(place.connections());
    config.setConnectionTimeout(wait.toMillis());
    config.setMaxLifetime(0); // A database in memory lives as long as its connections.
    HikariDataSource pool = new HikariDataSource(config);
    Schema.apply(pool);
    NaiveStore store = NaiveStore.on(pool, JdbcStore.on(pool));
    return new Backend(store, new MemoryLeaseStore(store.clock()), pool::close);
  }

  /** Ctrl-C must leave the database open until the verdict on what was run is there. */
  private static String url(Place place) {
    return place
        .url()
        .orElseGet(() -> H2.memory("simulate-" + UUID.randomUUID()) + ";DB_CLOSE_ON_EXIT=FALSE");
  }

  @Override
  public void close() {
    try {
      leases.close();
      store.close();
    } finally {
      opened.run();
    }
  }
}
