package io.github.boxoffice.jdbc;

import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A wave in two round trips: first seats are taken, then everything else is made, which is one
 * text, of which the driver sends and prepares each statement by itself. In between it is seen
 * which holds have all of their seats; so neither does a statement count what another took, nor is
 * a hold written down that does not begin.
 */
final class PostgresBulk implements Bulk {
  /**
   * For all that follows in the transaction; nothing but its plans depends on it. A session keeps
   * the plans it made, and one that began when there was next to nothing would go through whole
   * tables. So that is ruled out, and {@link PostgresArrays#found} does the same for whole indexes:
   * what is left is looking for each row by its key. Sessions of ours have it set already.
   */
  private static final List<String> IN_ANY_SESSION =
      List.of("SET LOCAL enable_seqscan = off", "SET LOCAL enable_nestloop = on");

  private final Sale sale;
  private final List<String> settings;
  private final PostgresTakes takes = new PostgresTakes();
  private final List<PostgresKind<?>> kinds;
  private final Map<List<Object>, PostgresText> texts = new ConcurrentHashMap<>();
  private final PostgresAtOnce atOnce;
  private final String seats;
  private final String holds;

  /**
   * Sells in any session, or in those of which it is known.
   *
   * @param byKey whether sessions are set as by {@link PostgresDialect#BY_KEY}
   */
  PostgresBulk(Sale sale, boolean byKey) {
    this.sale = sale;
    this.settings = byKey ? List.of() : IN_ANY_SESSION;
    this.kinds =
        List.of(
            new PostgresHolds(sale.time()),
            new PostgresPays(sale.time()),
            PostgresConfirms.outside(),
            PostgresConfirms.paid());
    this.atOnce = new PostgresAtOnce(sale, settings, kinds.subList(1, kinds.size()));
    this.seats =
        Stream.concat(settings.stream(), Stream.of("")).collect(Collectors.joining("; "))
            + "SELECT s.hold_id, s.fence, s.show_id, s.seat_no FROM "
            + PostgresArrays.table("w (show_id, seat_no)", "BIGINT", "INT")
            + " JOIN show_seat s ON "
            + PostgresTakes.SEAT;
    this.holds =
        "WITH clock AS (SELECT "
            + sale.time().sql()
            + " AS millis) SELECT h.*, millis FROM clock CROSS JOIN "
            + PostgresArrays.table("w (show_id, id)", "BIGINT", "UUID")
            + " JOIN seat_hold h ON "
            + PostgresClaims.OWN;
  }

  /** In one round trip if it is likely that nothing is in the way. */
  @Override
  public Map<HoldId, Applied> makeLast(Connection connection, Changes wave) throws SQLException {
    if (atOnce.fits(wave)) {
      Optional<Map<HoldId, Applied>> made = makeAtOnce(connection, wave);
      if (made.isPresent()) {
        return made.get();
      }
      connection.rollback();
    }
    Map<HoldId, Applied> made = make(connection, wave);
    atOnce.learn(wave, made.keySet());
    return made;
  }

  private Optional<Map<HoldId, Applied>> makeAtOnce(Connection connection, Changes wave)
      throws SQLException {
    try {
      return atOnce.make(connection, wave);
    } catch (SQLException e) {
      throw Trace.isUndone(connection, wave, this, e) ? e : new Underway(e);
    }
  }

  @Override
  public Map<HoldId, Applied> make(Connection connection, Changes wave) throws SQLException {
    PostgresKind.Outcome outcome = new PostgresKind.Outcome();
    send(connection, settings, List.of(takes), wave, outcome);
    List<String> before = takes.isIn(wave) ? List.of() : settings;
    send(connection, before, kinds, wave.without(outcome.incomplete(wave.holds())), outcome);
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
      List<String> before,
      List<PostgresKind<?>> some,
      Changes wave,
      PostgresKind.Outcome outcome)
      throws SQLException {
    List<PostgresKind<?>> present = PostgresText.present(some, wave);
    if (present.size() > 1 && wave.places() > PostgresText.MOST) {
      for (PostgresKind<?> kind : present) {
        send(connection, before, List.of(kind), wave, outcome);
      }
    } else if (!present.isEmpty()) {
      sendAsOne(connection, before, present, wave, outcome);
    }
  }

  private void sendAsOne(
      Connection connection,
      List<String> before,
      List<PostgresKind<?>> present,
      Changes wave,
      PostgresKind.Outcome outcome)
      throws SQLException {
    PostgresText text = text(before, present);
    try (var statement = connection.prepareStatement(text.sql())) {
      text.bind(connection, statement, wave);
      text.read(statement, statement.execute(), sale.dialect(), outcome);
    }
  }

  private PostgresText text(List<String> before, List<PostgresKind<?>> present) {
    return texts.computeIfAbsent(
        Stream.concat(before.stream(), present.stream()).toList(),
        all -> PostgresText.of(before, present, List.of()));
  }

  @Override
  public Map<Place, SeatRow> seats(Connection connection, NavigableSet<Place> places)
      throws SQLException {
    Map<Place, SeatRow> found = new HashMap<>();
    try (var select = connection.prepareStatement(seats)) {
      new PostgresArrays(connection, select)
          .longs(places, place -> place.show().value())
          .ints(places, Place::seat);
      try (var row = PostgresText.rows(select, select.execute())) {
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
