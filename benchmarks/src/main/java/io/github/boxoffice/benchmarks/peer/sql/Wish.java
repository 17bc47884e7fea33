package io.github.boxoffice.benchmarks.peer.sql;

import io.github.boxoffice.benchmarks.till.Till;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Some seats of a show, and for whom.
 *
 * @param from the first seat
 * @param to the seat after the last
 */
record Wish(long show, int from, int to, UUID id) {
  static final int FREE = 0;
  static final int HELD = 1;
  static final int BOOKED = 2;

  /** How long a hold lasts. */
  static final long TTL_MILLIS = 420_000;

  static Wish of(Till.Size size, long show, int group) {
    int from = group * size.together();
    return new Wish(show, from, from + size.together(), UUID.randomUUID());
  }

  int size() {
    return to - from;
  }

  IntStream seats() {
    return IntStream.range(from, to);
  }

  /**
   * Selects the seats by what {@link #bindSeats} binds. A mark a seat, not an array: for one of
   * unknown length PostgreSQL makes a new plan in every call, which more than doubles the cost.
   */
  String where() {
    return " WHERE show_id = ? AND seat_no IN (?" + ", ?".repeat(size() - 1) + ")";
  }

  /** Binds what {@link #where} asks for; answers the next parameter. */
  int bindSeats(PreparedStatement statement, int at) throws SQLException {
    statement.setLong(at, show);
    for (int i = 0; i < size(); i++) {
      statement.setInt(at + 1 + i, from + i);
    }
    return at + 1 + size();
  }
}
