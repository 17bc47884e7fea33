package io.github.boxoffice.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How the row of a seat is found. */
enum SeatKey {
  /** As most people would write it. H2 keeps such a key in a tree of its own beside the table. */
  COMPOSITE {
    @Override
    String createTable() {
      return "CREATE TABLE seat (" + COLUMNS + ", PRIMARY KEY (show_id, seat_id))";
    }

    @Override
    String openShow() {
      return "INSERT INTO seat SELECT " + FRESH;
    }

    @Override
    String condition() {
      return "show_id = ? AND seat_id = ?";
    }

    @Override
    int bind(PreparedStatement statement, int at, long show, int seat) throws SQLException {
      statement.setLong(at, show);
      statement.setInt(at + 1, seat);
      return at + 2;
    }
  },
  /** As somebody would write it who knows H2 well: there, a single BIGINT key is the table. */
  SINGLE {
    @Override
    String createTable() {
      return "CREATE TABLE seat (seat_key BIGINT PRIMARY KEY, " + COLUMNS + ")";
    }

    @Override
    String openShow() {
      return "INSERT INTO seat SELECT show_id * 4096 + seat_id, s.* FROM (SELECT " + FRESH + ") s";
    }

    @Override
    String condition() {
      return "seat_key = ?";
    }

    @Override
    int bind(PreparedStatement statement, int at, long show, int seat) throws SQLException {
      statement.setLong(at, show * 4096 + seat);
      return at + 1;
    }
  };

  private static final String COLUMNS =
      "show_id BIGINT NOT NULL, seat_id INT NOT NULL, state INT NOT NULL, hold_id UUID,"
          + " held_until BIGINT NOT NULL";
  private static final String FRESH =
      "CAST(? AS BIGINT) show_id, x - 1 seat_id, 0 state, CAST(NULL AS UUID) hold_id, 0 held_until"
          + " FROM SYSTEM_RANGE(1, ?)";

  abstract String createTable();

  /** Adds the rows of a show; parameters: its id, the number of seats. */
  abstract String openShow();

  /** Selects one seat by what {@link #bind} binds. */
  abstract String condition();

  /** Binds the key of a seat, and answers the next parameter. */
  abstract int bind(PreparedStatement statement, int at, long show, int seat) throws SQLException;
}
