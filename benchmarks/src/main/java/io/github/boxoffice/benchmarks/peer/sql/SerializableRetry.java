package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * JDBC: read, look, write, without a lock, in SERIALIZABLE transactions that are tried again when
 * the database says that they came too close to another: as often as it takes, because to give up a
 * confirmation would leave its seats held. At once the first time; after that a random while later,
 * or two that keep pace may cancel each other again and again. The pool's connections are at that
 * isolation from the start, which saves a round trip in each.
 */
final class SerializableRetry extends SqlPeer {
  private static final long MAX_PAUSE_NANOS = 2_000_000;
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
        } else if (tried > 1) {
          LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MAX_PAUSE_NANOS));
        }
      }
    }
  }
}
