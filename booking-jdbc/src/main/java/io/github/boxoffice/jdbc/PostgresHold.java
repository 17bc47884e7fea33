package io.github.boxoffice.jdbc;

import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldRules;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.Isolation;
import io.github.boxoffice.store.SeatChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Taking free seats and writing the hold down, as one statement. Why it takes all of them or none
 * at READ COMMITTED:
 *
 * <p>With row locks, {@code wanted} locks the free ones in seat order and, where it had to wait,
 * looks at each again as it is now. The seats are then ours; they are written only if all of them
 * were found.
 *
 * <p>Without, {@code free} counts them as they were when the statement began, and only if that is
 * all of them the UPDATE begins, which locks each as it comes to it in the index: in seat order. If
 * a rival takes one in between, fewer are written than were counted, and the last step fails on
 * purpose ({@value #OVERTAKEN}), which undoes the statement. That saves a lock a seat, and its
 * record in the WAL.
 *
 * <p>The hold's row comes last, and a rival with the same id fails the statement as a whole.
 */
final class PostgresHold {
  /** The text of a count is no BOOLEAN: "invalid text representation". */
  static final String OVERTAKEN = "22P02";

  private final PostgresDialect dialect;
  private final Time time;
  private final SeatChange.Hold wanted;
  private final boolean fenced;
  private final boolean serializable;
  private final boolean locks;
  private final Duration patience;

  PostgresHold(Sale sale, PostgresDialect dialect, SeatChange.Hold wanted, Isolation isolation) {
    this.dialect = dialect;
    this.time = sale.time();
    this.wanted = wanted;
    this.fenced = wanted.fence() != 0;
    this.serializable = isolation instanceof Isolation.Serializable;
    this.locks = isolation instanceof Isolation.RowLocks;
    this.patience = isolation instanceof Isolation.RowLocks rows ? rows.patience() : Duration.ZERO;
  }

  private boolean isBounded() {
    return !patience.isZero();
  }

  /** Sent as one even where it is three: BEGIN and COMMIT say what a single one cannot. */
  String sql() {
    return serializable ? "BEGIN ISOLATION LEVEL SERIALIZABLE; " + take() + "; COMMIT" : take();
  }

  /** What {@link #sql} answered; null if the seats were not free. */
  @Nullable ChangeResult result(PreparedStatement statement) throws SQLException {
    boolean isRows = statement.execute();
    if (serializable) {
      isRows = statement.getMoreResults();
    }
    if (!isRows) {
      throw new SQLException("a hold answered no rows");
    }
    try (ResultSet row = statement.getResultSet()) {
      return row.next() ? new ChangeResult.Applied(HoldState.HELD, row.getLong(1)) : null;
    }
  }

  private String take() {
    return (locks ? lockThenTake() : countThenTake())
        + " clock AS (SELECT "
        + time.sql()
        + " AS millis)"
        + " INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT ?, ?, ?, ?, 'HELD', millis, millis + ?, FALSE"
        + " FROM clock WHERE CASE (SELECT COUNT(*) FROM taken) WHEN ? THEN TRUE WHEN 0 THEN FALSE"
        + " ELSE CAST('only ' || (SELECT COUNT(*) FROM taken) AS BOOLEAN) END RETURNING held_until";
  }

  /** The wanted seats that are free. */
  private String free() {
    return SeatRows.among(wanted.claim().seats())
        + " AND hold_id IS NULL"
        + (fenced ? " AND fence <= ?" : "");
  }

  private int bindFree(PreparedStatement statement, int from) throws SQLException {
    Claim claim = wanted.claim();
    int at = SeatRows.bindAmong(statement, from, claim.show(), claim.seats());
    if (fenced) {
      statement.setLong(at++, wanted.fence());
    }
    return at;
  }

  private String owner() {
    return " SET hold_id = ?" + (fenced ? ", fence = ?" : "");
  }

  private int bindOwner(PreparedStatement statement, int from) throws SQLException {
    statement.setObject(from, wanted.claim().id().value());
    if (fenced) {
      statement.setLong(from + 1, wanted.fence());
    }
    return fenced ? from + 2 : from + 1;
  }

  private String lockThenTake() {
    return "WITH wanted AS (SELECT seat_no FROM show_seat"
        + free()
        + (isBounded() ? " AND (SELECT set_config('lock_timeout', ?, TRUE)) IS NOT NULL" : "")
        + " ORDER BY seat_no"
        + dialect.lock(patience)
        + "), taken AS (UPDATE show_seat s"
        + owner()
        + " FROM wanted w WHERE s.show_id = ? AND s.seat_no = w.seat_no"
        + " AND (SELECT COUNT(*) FROM wanted) = ? RETURNING 1),";
  }

  private String countThenTake() {
    return "WITH free AS (SELECT COUNT(*) AS seats FROM show_seat"
        + free()
        + "), taken AS (UPDATE show_seat"
        + owner()
        + free()
        + " AND (SELECT seats FROM free) = ? RETURNING 1),";
  }

  void bind(PreparedStatement statement) throws SQLException {
    Claim claim = wanted.claim();
    int at = bindFree(statement, 1);
    if (locks && isBounded()) {
      statement.setString(at++, PostgresDialect.lockTimeout(patience));
    }
    at = bindOwner(statement, at);
    if (locks) {
      statement.setLong(at++, claim.show().value());
    } else {
      at = bindFree(statement, at);
    }
    statement.setInt(at++, claim.seats().size());
    at = time.bind(statement, at);
    statement.setLong(at++, claim.show().value());
    statement.setObject(at++, claim.id().value());
    statement.setString(at++, claim.user());
    statement.setString(at++, claim.seats().toString());
    statement.setLong(at++, HoldRules.term(0, wanted.terms(), 0).until());
    statement.setInt(at, claim.seats().size());
  }
}
