package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All seats of a change in one round trip. The primary key is the table itself, and a list of its
 * values is gone through in its order: which is seat order. The hint keeps the server from any
 * other way, however few rows there are.
 *
 * <p>Never in a JDBC batch: drivers can be set to make one statement of it and then do not tell how
 * many rows each part changed.
 */
final class MariaDbSeatRows extends SeatRows {
  /** From 1,000 values on, MariaDB turns a list into a join, whose order is its own affair. */
  static final int MOST = 500;

  private static final String UPDATE = "UPDATE show_seat FORCE INDEX (PRIMARY) SET hold_id = ";
  private static final String READ =
      "SELECT hold_id, fence, seat_no FROM show_seat FORCE INDEX (PRIMARY)";

  private final Dialect dialect;

  MariaDbSeatRows(Dialect dialect) {
    super(dialect);
    this.dialect = dialect;
  }

  @Override
  int takeFree(Connection connection, Claim claim, long fence, Isolation isolation)
      throws SQLException {
    String set = fence == 0 ? "?" : "?, fence = ?";
    String guard = fence == 0 ? " AND hold_id IS NULL" : " AND hold_id IS NULL AND fence <= ?";
    int taken = 0;
    for (SeatSet seats : parts(claim.seats())) {
      String sql = dialect.within(isolation, UPDATE + set + among(seats) + guard);
      try (var update = connection.prepareStatement(sql)) {
        dialect.bind(update, 1, claim.id().value());
        if (fence != 0) {
          update.setLong(2, fence);
        }
        int next = bindAmong(update, fence == 0 ? 2 : 3, claim.show(), seats);
        if (fence != 0) {
          update.setLong(next, fence);
        }
        int some = update.executeUpdate();
        taken += some;
        if (some < seats.size()) {
          return taken;
        }
      }
    }
    return taken;
  }

  @Override
  void point(Connection connection, Claim claim, long fence, List<SeatRow> locked)
      throws SQLException {
    int[] all = locked.stream().mapToInt(SeatRow::seat).toArray();
    for (SeatSet seats : parts(SeatSet.of(all))) {
      String sql = UPDATE + "?, fence = GREATEST(fence, ?)" + among(seats);
      try (var update = connection.prepareStatement(sql)) {
        dialect.bind(update, 1, claim.id().value());
        update.setLong(2, fence);
        bindAmong(update, 3, claim.show(), seats);
        update.executeUpdate();
      }
    }
  }

  @Override
  void letGo(Connection connection, Claim claim) throws SQLException {
    for (SeatSet seats : parts(claim.seats())) {
      String sql = UPDATE + "NULL" + among(seats) + " AND hold_id = ?";
      try (var update = connection.prepareStatement(sql)) {
        int next = bindAmong(update, 1, claim.show(), seats);
        dialect.bind(update, next, claim.id().value());
        update.executeUpdate();
      }
    }
  }

  @Override
  List<SeatRow> lock(Connection connection, ShowId show, SeatSet seats, Isolation isolation)
      throws SQLException {
    List<SeatRow> rows = new ArrayList<>(seats.size());
    for (SeatSet part : parts(seats)) {
      String sql = READ + among(part) + " ORDER BY seat_no" + lock(isolation);
      try (var select = connection.prepareStatement(sql)) {
        bindAmong(select, 1, show, part);
        try (ResultSet found = select.executeQuery()) {
          while (found.next()) {
            rows.add(row(found.getInt(3), found));
          }
        }
      }
    }
    return rows;
  }

  private static List<SeatSet> parts(SeatSet seats) {
    return seats.size() <= MOST
        ? List.of(seats)
        : Composed.parts(seats.stream().boxed().toList(), MOST).stream()
            .map(part -> SeatSet.of(part.stream().mapToInt(Integer::intValue).toArray()))
            .toList();
  }
}
