package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** H2, inside this process: its clock is ours. */
final class H2Dialect extends Dialect {
  /** The most seats of a show, and what one show's keys are apart: 2^20, as in the schema. */
  private static final long SEATS = 1_048_576;

  private static final long SHOWS = Long.MAX_VALUE / SEATS;
  private static final long NO_KEY = -1;

  /** The connection or the database behind it was closed, broken or shut down. */
  private static final Set<Integer> GONE = Set.of(90007, 90067, 90098, 90121);

  /** The row was deleted or changed by another between being found and being written. */
  private static final Set<Integer> OVERTAKEN = Set.of(90112, 90131);

  private static final int LOCK_TIMEOUT = 50200;
  private static final int STATEMENT_CANCELLED = 57014;

  @Override
  String name() {
    return "h2";
  }

  /** A single BIGINT key is the table itself; a composite one would be a second tree beside it. */
  @Override
  String seat() {
    return "seat_key = ?";
  }

  @Override
  int bindSeat(PreparedStatement statement, int at, ShowId show, int seat) throws SQLException {
    statement.setLong(at, seat < SEATS ? key(show) + seat : NO_KEY);
    return at + 1;
  }

  /** A show that is out of range must not run into the seats of another. */
  private static long key(ShowId show) {
    return show.value() < SHOWS ? show.value() * SEATS : NO_KEY - SEATS;
  }

  @Override
  List<String> holdKey() {
    return List.of("hold_key", "show_id", "id");
  }

  @Override
  int bindHold(PreparedStatement statement, int at, ShowId show, HoldId id) throws SQLException {
    statement.setLong(at, key(show, id));
    return super.bindHold(statement, at + 1, show, id);
  }

  /** Of ten million holds two have one key once in 370,000 times; the second of them is refused. */
  private static long key(ShowId show, HoldId id) {
    return Long.rotateLeft(id.value().getMostSignificantBits(), 21)
        ^ id.value().getLeastSignificantBits()
        ^ Long.rotateLeft(show.value(), 42);
  }

  /** The same key in SQL, so that the join goes by it. */
  @Override
  String namedBy(String holds, String rows) {
    String bits =
        "CAST(SUBSTRING(CAST(" + rows + ".hold_id AS BINARY(16)) FROM %d FOR 8) AS BIGINT)";
    return holds
        + ".hold_key = BITXOR(BITXOR(ROTATELEFT("
        + bits.formatted(1)
        + ", 21), "
        + bits.formatted(9)
        + "), ROTATELEFT("
        + rows
        + ".show_id, 42)) AND "
        + super.namedBy(holds, rows);
  }

  @Override
  String seatsOfShow() {
    return "seat_key BETWEEN ? AND ?";
  }

  @Override
  int bindShow(PreparedStatement statement, ShowId show) throws SQLException {
    statement.setLong(1, key(show));
    statement.setLong(2, key(show) + SEATS - 1);
    return 3;
  }

  @Override
  String openSeats() {
    return "INSERT INTO show_seat (seat_key, show_id, seat_no)"
        + " SELECT s.id * 1048576 + h.seat_no, s.id, h.seat_no FROM show_plan s, hall_seat h"
        + " WHERE s.id = ? AND h.hall_id = ? ORDER BY h.seat_no";
  }

  /** H2 takes no parameter here. */
  @Override
  String lock(Duration patience) {
    return patience.isZero()
        ? " FOR UPDATE NOWAIT"
        : " FOR UPDATE WAIT " + BigDecimal.valueOf(patience.toMillis(), 3).toPlainString();
  }

  /** Only asked, never set: after a SET, H2 parses every statement of every session again. */
  @Override
  boolean waitsAtMost(Connection connection, Duration patience) throws SQLException {
    try (var select = connection.prepareStatement("CALL LOCK_TIMEOUT()");
        var row = select.executeQuery()) {
      row.next();
      return row.getInt(1) <= patience.toMillis();
    }
  }

  /** It runs in our threads: more than keep the processors busy only collide in its maps. */
  @Override
  int mostAtOnce() {
    return 2 * Runtime.getRuntime().availableProcessors();
  }

  /**
   * In a file, what a rollback puts back it may put back twice (H2 2.4.240, also in 2.5.252): it
   * restores a row, which frees it, and then takes the entry off its undo log; if another
   * transaction has just been stored, that fails and both are done again. Who took the row in
   * between has lost it, is told nothing, and the seat can be sold once more. So whoever may undo
   * something is alone. In memory nothing is stored, and a rollback has no reason to begin again.
   */
  @Override
  Turns turns(DataSource dataSource) {
    return Transactions.ask(dataSource, H2Dialect::file)
        .map(path -> Turns.in(path, Gate.patienceMillis(dataSource)))
        .orElse(Turns.NONE);
  }

  /** The path of the database; empty if it is in memory. */
  private static Optional<String> file(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("CALL DATABASE_PATH()");
        var row = select.executeQuery()) {
      row.next();
      return Optional.ofNullable(row.getString(1));
    }
  }

  @Override
  Glance glance(Sale sale) {
    return new PointGlance(sale);
  }

  @Override
  Lapsed lapsed(Sale sale) {
    return new LapsedByPart(sale, LapsedByPart.PART, ThreadLocalRandom.current().nextLong());
  }

  /**
   * H2 keeps a session's last statements prepared, 64 as we set it. When a transaction writes to a
   * table for the first time it goes through all of its session's queries, to see which of them
   * read that table ({@code SessionLocal.registerTableAsUpdated}): 7 % of a sale for the two
   * queries of a show. With a rollback a session drops all.
   */
  @Override
  void forget(Connection session) throws SQLException {
    session.rollback();
  }

  @Override
  Time time(InstantSource clock) {
    return Time.of(clock);
  }

  @Override
  Trouble classify(SQLException failure) {
    int code = failure.getErrorCode();
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals("23505")) {
      return Trouble.TAKEN;
    } else if (code == LOCK_TIMEOUT) {
      return Trouble.CONTENDED;
    } else if (state.equals("40001") || OVERTAKEN.contains(code)) {
      return Trouble.RETRY;
    } else if (code == STATEMENT_CANCELLED) {
      return Trouble.DEADLINE;
    }
    return state.startsWith("08") || GONE.contains(code) ? Trouble.UNKNOWN : Trouble.BROKEN;
  }
}
