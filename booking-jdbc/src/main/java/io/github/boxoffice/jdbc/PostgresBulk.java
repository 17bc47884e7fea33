package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A wave in two round trips: first seats are taken, then everything else is made, which is one
 * text, of which the driver sends and prepares each statement by itself. In between it is seen
 * which holds have all of their seats; so neither does a statement count what another took, nor is
 * a hold written down that does not begin.
 */
final class PostgresBulk implements Bulk {
  /**
   * For all that follows in the transaction; nothing but its plans depends on it, and nothing in it
   * may count on reading by an index in order. A session keeps the plans it made. Whatever goes
   * through another table or index than the given one as a whole is ruled out, so that only looking
   * for each by its key is left (by a bitmap, which needs a key). A plan that goes through all is
   * what a session would make that began when there was next to nothing, and would keep.
   */
  private static final String BY_KEY =
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off;"
          + " SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = on;"
          + " SET LOCAL enable_nestloop = on";

  /**
   * How many seats a text is about that has several kinds. The driver reads no answer before it has
   * sent all, and a row of an answer is some 60 bytes: 100,000 filled the buffers in between, and
   * both sides waited for ever. It takes 64,000 bytes for safe itself.
   */
  private static final int MOST = 1_000;

  private static final String SEATS =
      BY_KEY
          + "; SELECT s.hold_id, s.fence, s.show_id, s.seat_no FROM "
          + PostgresArrays.table("w (show_id, seat_no)", "BIGINT", "INT")
          + " JOIN show_seat s ON s.show_id = w.show_id AND s.seat_no = w.seat_no";

  private final Sale sale;
  private final PostgresTakes takes = new PostgresTakes();
  private final List<PostgresKind<?>> kinds;
  private final Map<List<String>, String> texts = new ConcurrentHashMap<>();
  private final String holds;

  PostgresBulk(Sale sale) {
    this.sale = sale;
    this.kinds =
        List.of(
            new PostgresHolds(sale.time()),
            new PostgresPays(sale.time()),
            PostgresConfirms.outside(),
            PostgresConfirms.paid());
    this.holds =
        "WITH clock AS (SELECT "
            + sale.time().sql()
            + " AS millis) SELECT h.*, millis FROM clock CROSS JOIN "
            + PostgresArrays.table("w (show_id, id)", "BIGINT", "UUID")
            + " JOIN seat_hold h ON h.show_id = w.show_id AND h.id = w.id";
  }

  @Override
  public Map<HoldId, Applied> make(Connection connection, Changes wave) throws SQLException {
    PostgresKind.Outcome outcome = new PostgresKind.Outcome();
    send(connection, List.of(BY_KEY), List.of(takes), wave, outcome);
    List<String> settings = takes.isIn(wave) ? List.of() : List.of(BY_KEY);
    send(connection, settings, kinds, wave.without(outcome.incomplete(wave.holds())), outcome);
    NavigableMap<Place, HoldId> inVain = outcome.inVain();
    Set<HoldId> unlucky = Set.copyOf(inVain.values());
    if (wave.holds().stream().anyMatch(hold -> isLeased(hold) && unlucky.contains(id(hold)))) {
      // Which fence was there before is lost with the seat's old row, so only undoing puts it back.
      connection.rollback();
      return make(connection, wave.without(unlucky));
    } else if (!unlucky.isEmpty()) {
      PostgresTakes.putBack(connection, inVain);
    }
    return outcome.made();
  }

  private static boolean isLeased(SeatChange.Hold hold) {
    return hold.fence() != 0;
  }

  private static HoldId id(SeatChange.Hold hold) {
    return hold.claim().id();
  }

  @Override
  public boolean fences() {
    return true;
  }

  private void send(
      Connection connection,
      List<String> settings,
      List<PostgresKind<?>> some,
      Changes wave,
      PostgresKind.Outcome outcome)
      throws SQLException {
    List<PostgresKind<?>> present = some.stream().filter(kind -> kind.isIn(wave)).toList();
    if (present.size() > 1 && wave.places() > MOST) {
      for (PostgresKind<?> kind : present) {
        send(connection, settings, List.of(kind), wave, outcome);
      }
    } else if (!present.isEmpty()) {
      sendAsOne(connection, settings, present, wave, outcome);
    }
  }

  private void sendAsOne(
      Connection connection,
      List<String> settings,
      List<PostgresKind<?>> present,
      Changes wave,
      PostgresKind.Outcome outcome)
      throws SQLException {
    try (var statement = connection.prepareStatement(text(settings, present))) {
      PostgresArrays arrays = new PostgresArrays(connection, statement);
      for (PostgresKind<?> kind : present) {
        kind.bind(arrays, wave);
      }
      boolean isRows = statement.execute();
      for (PostgresKind<?> kind : present) {
        read(kind, rows(statement, isRows), outcome);
        isRows = statement.getMoreResults();
      }
    }
  }

  private String text(List<String> settings, List<PostgresKind<?>> present) {
    return texts.computeIfAbsent(
        Stream.concat(settings.stream(), present.stream().map(PostgresKind::sql)).toList(),
        all -> String.join("; ", all));
  }

  /** The next answer of a statement that answers rows; what sets something comes before. */
  private static ResultSet rows(PreparedStatement statement, boolean isRows) throws SQLException {
    boolean found = isRows;
    while (!found && statement.getUpdateCount() >= 0) {
      found = statement.getMoreResults();
    }
    return statement.getResultSet();
  }

  private void read(PostgresKind<?> kind, ResultSet rows, PostgresKind.Outcome outcome)
      throws SQLException {
    while (rows.next()) {
      HoldId id = new HoldId(Objects.requireNonNull(sale.dialect().uuid(rows, 1)));
      kind.read(id, rows, outcome);
    }
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Map<Place, SeatRow> found = new HashMap<>();
    try (var select = connection.prepareStatement(SEATS)) {
      new PostgresArrays(connection, select)
          .longs(places, place -> place.show().value())
          .ints(places, Place::seat);
      try (var row = rows(select, select.execute())) {
        while (row.next()) {
          int seat = row.getInt("seat_no");
          found.put(
              new Place(new ShowId(row.getLong("show_id")), seat), sale.seats().row(seat, row));
        }
      }
    }
    return found;
  }

  @Override
  public Known holds(Connection connection, NavigableSet<HoldKey> keys) throws SQLException {
    Map<HoldKey, Stored> found = new HashMap<>();
    long now = 0;
    try (var select = connection.prepareStatement(holds)) {
      new PostgresArrays(connection, select)
          .time(sale.time())
          .longs(keys, key -> key.show().value())
          .uuids(keys, key -> key.id().value());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          Stored stored = sale.holds().stored(row);
          found.put(HoldKey.of(stored.hold().claim()), stored);
          now = row.getLong("millis");
        }
      }
    }
    return new Known(found, now);
  }
}
