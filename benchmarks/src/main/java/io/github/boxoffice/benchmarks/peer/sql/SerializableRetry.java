package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.SQLException;

/**
 * JDBC: read, look, write, without a lock, in SERIALIZABLE transactions that are tried again when
 * the database says that they came too close to another. The pool's connections are at that
 * isolation from the start, which saves a round trip in each.
 */
final class SerializableRetry extends SqlPeer {
  private static final int TRIES = 10;
  private static final String SERIALIZATION_FAILURE = "40001";

  private final ReadThenWrite seats = new ReadThenWrite("");

  SerializableRetry() {
    super(Database.postgres("TRANSACTION_SERIALIZABLE"));
  }

  @Override
  boolean hold(Wish wish) {
    return retried(connection -> seats.hold(connection, wish));
  }

  @Override
  boolean confirm(Wish wish) {
    return retried(connection -> seats.confirm(connection, wish));
  }

  private boolean retried(Database.Work work) {
    for (int tried = 1; ; tried++) {
      try {
        return database().transaction(work);
      } catch (SQLException e) {
        if (!SERIALIZATION_FAILURE.equals(e.getSQLState())) {
          throw new IllegalStateException(e);
        } else if (tried == TRIES) {
          return false;
        }
      }
    }
  }
}
