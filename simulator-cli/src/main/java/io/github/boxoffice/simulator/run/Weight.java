package io.github.boxoffice.simulator.run;

import io.github.boxoffice.jdbc.JdbcStore;
import io.github.boxoffice.simulator.scenario.Place;
import io.github.boxoffice.store.Store;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How much room a store takes. */
final class Weight {
  private static final int SETTLE = 2;

  private Weight() {}

  /** In bytes; in memory all that this process has on its heap, so only differences mean much. */
  static OptionalLong of(Place place, Store store) {
    if (place.store() == Place.Store.MEMORY || place.store() == Place.Store.H2) {
      return OptionalLong.of(usedHeap());
    }
    return store instanceof JdbcStore database ? database.bytes() : OptionalLong.empty();
  }

  // Asking the collector to run is a hint elsewhere, and the whole point here.
  @SuppressWarnings("SystemGc")
  private static long usedHeap() {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
