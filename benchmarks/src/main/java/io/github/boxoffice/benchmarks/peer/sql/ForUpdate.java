package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;

/** JDBC: lock the rows with SELECT … FOR UPDATE, look at them, then UPDATE. */
final class ForUpdate extends SqlPeer {
  private final ReadThenWrite seats = new ReadThenWrite(" FOR UPDATE");

  ForUpdate(Database database) {
    super(database);
  }

  @Override
  boolean hold(Wish wish) {
    return transaction(connection -> seats.hold(connection, wish));
  }

  @Override
  boolean confirm(Wish wish) {
    return transaction(connection -> seats.confirm(connection, wish));
  }
}
