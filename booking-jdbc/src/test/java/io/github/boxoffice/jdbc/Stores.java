package io.github.boxoffice.jdbc;

import java.time.InstantSource;
import java.util.UUID;

/** Stores on databases of their own. */
final class Stores {
  private Stores() {}

  static JdbcStore inMemory(InstantSource clock) {
    return JdbcStore.at(H2.memory(UUID.randomUUID().toString()))
        .createTables()
        .poolSize(4)
        .clock(clock)
        .open();
  }
}
