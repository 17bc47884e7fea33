package io.github.boxoffice.jdbc;

import io.github.boxoffice.contract.BoxOfficeContract;
import io.github.boxoffice.store.Store;
import java.time.InstantSource;
import java.util.UUID;

class H2BoxOfficeTest extends BoxOfficeContract {
  @Override
  protected Store open(InstantSource clock) {
    String url = H2.memory(UUID.randomUUID().toString());
    return JdbcStore.at(url).createTables().poolSize(1).clock(clock).open();
  }
}
