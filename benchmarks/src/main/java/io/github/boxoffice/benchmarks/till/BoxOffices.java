package io.github.boxoffice.benchmarks.till;

import com.zaxxer.hikari.HikariDataSource;
import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.jdbc.Schema;
import io.github.boxoffice.store.memory.MemoryStore;

/** Opens Boxoffice on the stores that are measured. */
public final class BoxOffices {
  private BoxOffices() {}

  /**
   * Boxoffice on a store of its own.
   *
   * @param store {@code memory} or {@code h2}
   * @param strategy the name of a strategy
   */
  public static Till open(String store, String strategy, Checkout checkout) {
    return switch (store) {
      case "memory" -> onMemory(strategy, checkout);
      case "h2" -> onH2(strategy, checkout);
      default -> throw new IllegalArgumentException("store must be memory or h2, was " + store);
    };
  }

  private static Till onMemory(String strategy, Checkout checkout) {
    BoxOffice boxOffice = BoxOffice.on(new MemoryStore()).strategy(strategy).open();
    return new BoxOfficeTill(boxOffice, () -> {}, checkout);
  }

  private static Till onH2(String strategy, Checkout checkout) {
    HikariDataSource pool = H2.open();
    Schema.apply(pool);
    BoxOffice boxOffice = BoxOffice.on(pool).strategy(strategy).open();
    return new BoxOfficeTill(boxOffice, pool::close, checkout);
  }
}
