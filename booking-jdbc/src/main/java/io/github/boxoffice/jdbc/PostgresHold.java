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
 * <p>Each seat is locked as the statement comes to it in the index, which is in seat order. With
 * row locks, which wait for no longer than they may, all are locked before; and also where the
 * planner may go by something else than the index, since two that lock the same seats in different
 * orders wait for each other. Where it had to wait, it looks at the seat again as it is now. What
 * is free is written. If that was not all of them, and not none, the last step fails on purpose
 * ({@value #PARTLY}), which undoes the statement. To count first would be a second look at each
 * seat in every sale, for the sake of those that come to nothing.
 *
 * <p>The hold's row comes last, and a rival with the same id fails the statement as a whole.
 */
final class PostgresHold {
  /** The text of a count is no BOOLEAN: "invalid text representation". */
  static final String PARTLY = "22P02";

  private final Time time;
  private final SeatChange.Hold wanted;
  private final boolean fenced;
  private final boolean serializable;
  private final boolean locksFirst;
  private final String lock;
  private final Duration patience;

  PostgresHold(Sale sale, PostgresDialect dialect, SeatChange.Hold wanted, Isolation isolation) {
    this.time = sale.time();
    this.wanted = wanted;
    this.fenced = wanted.fence() != 0;
    this.serializable = isolation instanceof Isolation.Serializable;
    boolean inOrder = dialect.isInIndexOrder() || wanted.claim().seats().size() == 1;
    this.locksFirst = isolation instanceof Isolation.RowLocks || !inOrder;
    this.lock = sale.seats().lock(isolation);
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

  /** What is counted has been locked by then, so the time that is read with it is no earlier. */
  private String take() {
    return (locksFirst ? lockThenTake() : "WITH taken AS (UPDATE show_seat" + owner() + free())
        + " RETURNING 1) INSERT INTO seat_hold"
        + " (show_id, id, user_id, seats, state, held_since, held_until, extended)"
        + " SELECT ?, ?, ?, ?, 'HELD', millis, millis + ?, FALSE FROM (SELECT COUNT(*) AS seats, "
        + time.sql()
        + " AS millis FROM taken) AS t WHERE CASE seats WHEN ? THEN TRUE WHEN 0 THEN FALSE"
        + " ELSE CAST('only ' || seats AS BOOLEAN) END RETURNING held_until";
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
        + lock
        + "), taken AS (UPDATE show_seat s"
        + owner()
        + " FROM wanted w WHERE s.show_id = ? AND s.seat_no = w.seat_no";
  }

  void bind(PreparedStatement statement) throws SQLException {
    Claim claim = wanted.claim();
    int at = locksFirst ? bindLocked(statement) : bindFree(statement, bindOwner(statement, 1));
    statement.setLong(at++, claim.show().value());
    statement.setObject(at++, claim.id().value());
    statement.setString(at++, claim.user());
    statement.setString(at++, claim.seats().toString());
    statement.setLong(at++, HoldRules.freshMillis(wanted.terms()));
    at = time.bind(statement, at);
    statement.setInt(at, claim.seats().size());
  }

  private int bindLocked(PreparedStatement statement) throws SQLException {
    int at = bindFree(statement, 1);
    if (isBounded()) {
      statement.setString(at++, PostgresDialect.lockTimeout(patience));
    }
    at = bindOwner(statement, at);
    statement.setLong(at, wanted.claim().show().value());
    return at + 1;
  }
}
