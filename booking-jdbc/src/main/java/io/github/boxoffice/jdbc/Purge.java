package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Deletes shows that are over, a few rows in each transaction, by key and in the order in which a
 * sale locks them. The seats go first, and with them every chance to begin something; the show
 * itself goes last, when nothing points at it any more.
 *
 * <p>A hold is deleted only as it was read: whoever pays for it or cancels it meanwhile raises its
 * version, and its payment keeps the show until it is settled.
 */
final class Purge {
  private static final String UNSETTLED = "state IN ('PENDING', 'REFUNDING')";

  private static final String OVER =
      "SELECT id FROM show_plan WHERE starts_at < ?"
          + " AND id NOT IN (SELECT show_id FROM payment WHERE "
          + UNSETTLED
          + ") ORDER BY starts_at, id LIMIT 1";

  private static final Part LEASES =
      new Part(
          "SELECT seat_no FROM lease WHERE show_id = ? ORDER BY seat_no LIMIT ?",
          "DELETE FROM lease WHERE show_id = ? AND seat_no = ?");
  private static final Part PRICES =
      new Part(
          "SELECT zone FROM price WHERE show_id = ? ORDER BY zone LIMIT ?",
          "DELETE FROM price WHERE show_id = ? AND zone = ?");
  private static final Part PAYMENTS =
      new Part(
          "SELECT seq FROM payment WHERE show_id = ? AND NOT (" + UNSETTLED + ") LIMIT ?",
          "DELETE FROM payment WHERE show_id = ? AND seq = ?");
  private static final String SHOW =
      "DELETE FROM show_plan WHERE id = ?"
          + " AND NOT EXISTS (SELECT 1 FROM seat_hold WHERE show_id = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM payment WHERE show_id = ?)";

  private final Dialect dialect;
  private final String seats;
  private final String seat;
  private final String holds;
  private final String hold;

  Purge(Dialect dialect) {
    this.dialect = dialect;
    this.seats =
        "SELECT seat_no FROM show_seat WHERE "
            + dialect.seatsOfShow()
            + " ORDER BY seat_no LIMIT ?";
    this.seat = "DELETE FROM show_seat WHERE " + dialect.seat();
    this.holds =
        "SELECT id, version FROM seat_hold WHERE show_id = ?"
            + " AND id NOT IN (SELECT hold_id FROM payment WHERE show_id = ? AND "
            + UNSETTLED
            + ") ORDER BY id LIMIT ?";
    this.hold = "DELETE FROM seat_hold WHERE " + dialect.hold() + " AND version = ?";
  }

  /** Rows of one table, found and deleted by show and one more column. */
  private record Part(String select, String delete) {}

  /** Binds what a row of one statement says in another. */
  @FunctionalInterface
  private interface Copy {
    void copy(ResultSet row, PreparedStatement delete) throws SQLException;
  }

  /** Deletes at most so many rows, and answers how many. */
  int some(Connection connection, Instant startedBefore, int limit) throws SQLException {
    OptionalLong over = over(connection, startedBefore);
    if (over.isEmpty()) {
      return 0;
    }
    ShowId show = new ShowId(over.getAsLong());
    int deleted = seats(connection, show, limit);
    deleted += part(connection, LEASES, show, limit - deleted);
    deleted += holds(connection, show, limit - deleted);
    deleted += part(connection, PAYMENTS, show, limit - deleted);
    deleted += part(connection, PRICES, show, limit - deleted);
    return deleted < limit ? deleted + show(connection, show) : deleted;
  }

  private OptionalLong over(Connection connection, Instant startedBefore) throws SQLException {
    try (var select = connection.prepareStatement(OVER)) {
      dialect.bind(select, 1, startedBefore);
      try (var row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private int seats(Connection connection, ShowId show, int limit) throws SQLException {
    try (var select = connection.prepareStatement(seats)) {
      select.setInt(dialect.bindShow(select, show), limit);
      return delete(
          connection,
          select,
          seat,
          (row, delete) -> dialect.bindSeat(delete, 1, show, row.getInt(1)));
    }
  }

  private int holds(Connection connection, ShowId show, int limit) throws SQLException {
    try (var select = connection.prepareStatement(holds)) {
      select.setLong(1, show.value());
      select.setLong(2, show.value());
      select.setInt(3, limit);
      return delete(
          connection,
          select,
          hold,
          (row, delete) -> {
            HoldId id = new HoldId(Objects.requireNonNull(dialect.uuid(row, 1)));
            delete.setInt(dialect.bindHold(delete, 1, show, id), row.getInt(2));
          });
    }
  }

  private static int part(Connection connection, Part part, ShowId show, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(part.select)) {
      select.setLong(1, show.value());
      select.setInt(2, limit);
      return delete(
          connection,
          select,
          part.delete,
          (row, delete) -> {
            delete.setLong(1, show.value());
            delete.setObject(2, row.getObject(1));
          });
    }
  }

  /** One after the other: some drivers do not say how many rows a batch has deleted. */
  private static int delete(Connection connection, PreparedStatement select, String sql, Copy copy)
      throws SQLException {
    int deleted = 0;
    try (var rows = select.executeQuery();
        var delete = connection.prepareStatement(sql)) {
      while (rows.next()) {
        copy.copy(rows, delete);
        deleted += delete.executeUpdate();
      }
    }
    return deleted;
  }

  private static int show(Connection connection, ShowId show) throws SQLException {
    try (var delete = connection.prepareStatement(SHOW)) {
      for (int at = 1; at <= 3; at++) {
        delete.setLong(at, show.value());
      }
      return delete.executeUpdate();
    }
  }
}
