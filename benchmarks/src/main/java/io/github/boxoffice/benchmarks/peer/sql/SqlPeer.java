package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Database;
import io.github.boxoffice.benchmarks.till.Till;
import java.sql.SQLException;

/** What they have in common: a table with a row a seat, and a sale in two transactions. */
abstract class SqlPeer implements Till {
  private static final String CREATE =
      "CREATE TABLE seat (show_id BIGINT NOT NULL, seat_no INT NOT NULL, state INT NOT NULL,"
          + " hold_id UUID, held_until BIGINT NOT NULL, version INT DEFAULT 0 NOT NULL,"
          + " PRIMARY KEY (show_id, seat_no))";

  private final Database database;
  private long shows;

  SqlPeer(Database database) {
    this.database = database;
    database.execute(CREATE);
  }

  final Database database() {
    return database;
  }

  @Override
  public Shows open(Size size) {
    long first = shows + 1;
    shows += size.shows();
    transaction(
        connection -> {
          try (var insert = connection.createStatement()) {
            return insert.executeUpdate(
                    "INSERT INTO seat (show_id, seat_no, state, held_until) SELECT s.n, p.n, 0, 0 FROM "
                        + database.series(first, shows)
                        + " s, "
                        + database.series(0, size.seats() - 1)
                        + " p")
                > 0;
          }
        });
    database.settle();
    return (show, group, user) -> {
      Wish wish = Wish.of(size, first + show, group);
      return hold(wish) && confirm(wish);
    };
  }

  /** Takes the seats for a while, if they are free. */
  abstract boolean hold(Wish wish);

  /** Books the seats, if they are held still. */
  abstract boolean confirm(Wish wish);

  /** Runs the work in a transaction, and answers whether it was committed. */
  final boolean transaction(Database.Work work) {
    try {
      return database.transaction(work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
