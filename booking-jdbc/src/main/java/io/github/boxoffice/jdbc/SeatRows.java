package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.Isolation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code show_seat}; every statement goes by key, in seat order. */
class SeatRows {
  private final Dialect dialect;
  private final String takeFree;
  private final String takeFreeFenced;
  private final String point;
  private final String letGo;
  private final String read;

  SeatRows(Dialect dialect) {
    this.dialect = dialect;
    String where = " WHERE " + dialect.seat();
    this.takeFree = "UPDATE show_seat SET hold_id = ?" + where + " AND hold_id IS NULL";
    this.takeFreeFenced =
        "UPDATE show_seat SET hold_id = ?, fence = ?"
            + where
            + " AND hold_id IS NULL AND fence <= ?";
    this.point = "UPDATE show_seat SET hold_id = ?, fence = ?" + where;
    this.letGo = "UPDATE show_seat SET hold_id = NULL" + where + " AND hold_id = ?";
    this.read = "SELECT hold_id, fence FROM show_seat" + where;
  }

  /**
   * One seat as it was read.
   *
   * @param owner the hold that took it last; null if it let go
   * @param fence the highest fence under which it was written
   */
  record SeatRow(int seat, @Nullable HoldId owner, long fence) {
    /** Whether no later lease has written it than the one with this fence; 0 is no lease. */
    boolean allows(long wanted) {
      return wanted == 0 || fence <= wanted;
    }
  }

  /** Takes the seats that nobody has, or some of them if that is not all; answers how many. */
  int takeFree(Connection connection, Claim claim, long fence, Isolation isolation)
      throws SQLException {
    String sql = dialect.within(isolation, fence == 0 ? takeFree : takeFreeFenced);
    try (var update = connection.prepareStatement(sql)) {
      for (int i = 0; i < claim.seats().size(); i++) {
        int next = bindTaken(update, claim, i, fence);
        if (fence != 0) {
          update.setLong(next, fence);
        }
        update.addBatch();
      }
      return IntStream.of(update.executeBatch()).sum();
    }
  }

  private int bindTaken(PreparedStatement update, Claim claim, int i, long fence)
      throws SQLException {
    dialect.bind(update, 1, claim.id().value());
    int next = 2;
    if (fence != 0) {
      update.setLong(next++, fence);
    }
    return dialect.bindSeat(update, next, claim.show(), claim.seats().get(i));
  }

  /** What {@link #takeFree} says for each seat. */
  String takeFree() {
    return takeFree;
  }

  /** What {@link #letGo} says for each seat. */
  String letGo() {
    return letGo;
  }

  /** Points seats that are locked at their new owner; a fence never goes down. */
  void point(Connection connection, Claim claim, long fence, List<SeatRow> locked)
      throws SQLException {
    try (var update = connection.prepareStatement(point)) {
      for (int i = 0; i < locked.size(); i++) {
        dialect.bind(update, 1, claim.id().value());
        update.setLong(2, Math.max(fence, locked.get(i).fence()));
        dialect.bindSeat(update, 3, claim.show(), locked.get(i).seat());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Frees those of the seats that the hold still has; their fences stay. */
  void letGo(Connection connection, Claim claim) throws SQLException {
    try (var update = connection.prepareStatement(letGo)) {
      for (int i = 0; i < claim.seats().size(); i++) {
        int next = dialect.bindSeat(update, 1, claim.show(), claim.seats().get(i));
        dialect.bind(update, next, claim.id().value());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /**
   * Locks the seats in seat order, waiting for each as the isolation says.
   *
   * @return what is there, in seat order; shorter than asked for where seats do not exist
   */
  List<SeatRow> lock(Connection connection, ShowId show, SeatSet seats, Isolation isolation)
      throws SQLException {
    return read(connection, show, seats, read + lock(isolation));
  }

  /** The same without a lock. */
  final List<SeatRow> look(Connection connection, ShowId show, SeatSet seats) throws SQLException {
    return read(connection, show, seats, read);
  }

  private List<SeatRow> read(Connection connection, ShowId show, SeatSet seats, String statement)
      throws SQLException {
    List<SeatRow> rows = new ArrayList<>(seats.size());
    try (var select = connection.prepareStatement(statement)) {
      for (int i = 0; i < seats.size(); i++) {
        dialect.bindSeat(select, 1, show, seats.get(i));
        try (ResultSet found = select.executeQuery()) {
          if (found.next()) {
            rows.add(row(seats.get(i), found));
          }
        }
      }
    }
    return rows;
  }

  /**
   * Selects seats of a show by what {@link #bindAmong} binds. A mark a seat, not an array: for an
   * array of unknown length PostgreSQL takes a general plan to be so much dearer that it makes a
   * new plan in every call, which costs more than a hold.
   */
  static String among(SeatSet seats) {
    return " WHERE show_id = ? AND seat_no IN (?" + ", ?".repeat(seats.size() - 1) + ")";
  }

  /** Binds what {@link #among} says, and answers the next parameter. */
  static int bindAmong(PreparedStatement statement, int at, ShowId show, SeatSet seats)
      throws SQLException {
    statement.setLong(at, show.value());
    for (int i = 0; i < seats.size(); i++) {
      statement.setInt(at + 1 + i, seats.get(i));
    }
    return at + 1 + seats.size();
  }

  /** The clause that locks what is selected. */
  final String lock(Isolation isolation) {
    return isolation instanceof Isolation.RowLocks locks
        ? dialect.lock(locks.patience())
        : dialect.lock();
  }

  /** The highest fence under which one of the seats was written, read without a lock. */
  long highestFence(Connection connection, ShowId show, SeatSet seats) throws SQLException {
    return look(connection, show, seats).stream().mapToLong(SeatRow::fence).max().orElse(0);
  }

  /** Reads a row of hold_id and fence. */
  final SeatRow row(int seat, ResultSet found) throws SQLException {
    UUID owner = dialect.uuid(found, 1);
    return new SeatRow(seat, owner == null ? null : new HoldId(owner), found.getLong(2));
  }
}
