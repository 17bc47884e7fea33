package io.github.boxoffice.benchmarks.till;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.jdbc.Schema;
import io.github.boxoffice.redis.RedisLeaseStore;
import io.github.boxoffice.store.memory.MemoryStore;

/** Opens Boxoffice on the stores that are measured. */
public final class BoxOffices {
  private static final String LEASE_REDIS = "lease-redis";

  private BoxOffices() {}

  /**
   * Boxoffice on a store of its own.
   *
   * @param store {@code memory}, {@code h2}, {@code postgres} or {@code mariadb}
   * @param strategy the name of a strategy; {@code lease-redis} is {@code lease} with its leases in
   *     Redis, on a server of its own
   */
  public static Till open(String store, String strategy, Checkout checkout) {
    return switch (store) {
      case "memory" -> onMemory(strategy, checkout);
      case "h2" -> on(Database.h2(), strategy, checkout);
      case "postgres" -> on(Database.postgres(), strategy, checkout);
      case "mariadb" -> on(Database.mariaDb(), strategy, checkout);
      default ->
          throw new IllegalArgumentException(
              "store must be memory, h2, postgres or mariadb, was " + store);
    };
  }

  private static Till onMemory(String strategy, Checkout checkout) {
    BoxOffice boxOffice = BoxOffice.on(new MemoryStore()).strategy(strategy).open();
    return new BoxOfficeTill(boxOffice, () -> {}, () -> {}, checkout);
  }

  private static Till on(Database database, String strategy, Checkout checkout) {
    Schema.apply(database.pool());
    if (strategy.equals(LEASE_REDIS)) {
      return leasing(database, checkout);
    }
    BoxOffice boxOffice = BoxOffice.on(database.pool()).strategy(strategy).open();
    return new BoxOfficeTill(boxOffice, database::settle, database::close, checkout);
  }

  private static Till leasing(Database database, Checkout checkout) {
    Redis redis = Redis.start();
    RedisLeaseStore leases = RedisLeaseStore.open(redis.url());
    BoxOffice boxOffice = BoxOffice.on(database.pool()).strategy("lease").leases(leases).open();
    Runnable opened =
        () -> {
          leases.close();
          redis.close();
          database.close();
        };
    return new BoxOfficeTill(boxOffice, database::settle, opened, checkout);
  }
}
