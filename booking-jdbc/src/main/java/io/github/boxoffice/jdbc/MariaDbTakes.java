package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes the owners and fences of seats value by value, which costs the server less than a table in
 * JSON. The seats are listed by show, because of that MariaDB makes ranges of the primary key, and
 * goes through them in its order, however many they are. Of pairs of show and seat it makes a join
 * if they are many, and in an UPDATE of a single pair it goes through the whole table.
 */
final class MariaDbTakes {
  /** And of each seat it is looked through the others whose it is. */
  private static final int MOST = MariaDbSeatRows.MOST;

  /**
   * Takes free seats, in their order; whether all of them were. It raises fences, and asks none.
   */
  boolean take(Connection connection, List<SeatChange.Hold> holds) throws SQLException {
    for (Counted take : statements(holds)) {
      if (take.statement().update(connection) != take.rows()) {
        return false;
      }
    }
    return true;
  }

  /** The same as statements, to be run in this order. */
  List<Counted> statements(List<SeatChange.Hold> holds) {
    NavigableMap<Place, SeatChange.Hold> seats = new TreeMap<>();
    holds.forEach(hold -> Place.of(hold.claim()).forEach(place -> seats.put(place, hold)));
    return Composed.parts(seats.entrySet(), MOST).stream()
        .map(part -> new Counted(statement(part), part.size()))
        .toList();
  }

  private static Composed statement(List<Entry<Place, SeatChange.Hold>> seats) {
    Map<ShowId, NavigableMap<Integer, SeatChange.Hold>> shows = new TreeMap<>();
    for (Entry<Place, SeatChange.Hold> seat : seats) {
      shows
          .computeIfAbsent(seat.getKey().show(), show -> new TreeMap<>())
          .put(seat.getKey().seat(), seat.getValue());
    }
    Composed update = new Composed().add("UPDATE show_seat FORCE INDEX (PRIMARY) SET hold_id = ");
    addBySeat(update, shows, hold -> hold.claim().id().value());
    if (seats.stream().anyMatch(seat -> seat.getValue().fence() != 0)) {
      update.add(", fence = GREATEST(fence, ");
      addBySeat(update, shows, SeatChange.Hold::fence);
      update.add(")");
    }
    return update
        .add(" WHERE hold_id IS NULL AND (")
        .each(
            shows.entrySet(),
            " OR ",
            show ->
                update
                    .add("show_id = ? AND seat_no IN (", show.getKey().value())
                    .each(show.getValue().keySet(), ", ", seat -> update.add("?", seat))
                    .add(")"))
        .add(")");
  }

  /** The value of each seat; said once for a show where all of its seats have the same. */
  private static void addBySeat(
      Composed update,
      Map<ShowId, NavigableMap<Integer, SeatChange.Hold>> shows,
      Function<SeatChange.Hold, Object> value) {
    update.add("CASE show_id");
    shows.forEach(
        (show, seats) -> {
          List<Object> values = seats.values().stream().map(value).distinct().toList();
          if (values.size() == 1) {
            update.add(" WHEN ? THEN ?", show.value(), values.get(0));
            return;
          }
          update.add(" WHEN ? THEN CASE seat_no", show.value());
          seats.forEach((seat, hold) -> update.add(" WHEN ? THEN ?", seat, value.apply(hold)));
          update.add(" END");
        });
    update.add(" END");
  }
}
