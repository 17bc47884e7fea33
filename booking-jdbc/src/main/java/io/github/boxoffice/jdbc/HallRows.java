package io.github.boxoffice.jdbc;

import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatKind;
import io.github.boxoffice.model.SeatMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code hall} and {@code hall_seat}. */
final class HallRows {
  private static final String ADD = "INSERT INTO hall (cinema_id, name) VALUES (:cinema, :name)";
  private static final String ADD_SEAT =
      "INSERT INTO hall_seat (hall_id, seat_no, row_name, seat_number, zone, kind)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String FIND = "SELECT cinema_id, name FROM hall WHERE id = :id";
  private static final String SEATS =
      "SELECT row_name, seat_number, zone, kind FROM hall_seat WHERE hall_id = :id"
          + " ORDER BY seat_no";

  Hall add(Handle handle, Hall hall) {
    if (!Desk.has(handle, "cinema", hall.cinemaId())) {
      throw new IllegalArgumentException("there is no cinema " + hall.cinemaId());
    }
    Hall added =
        hall.withId(
            Desk.idOf(
                handle
                    .createUpdate(ADD)
                    .bind("cinema", hall.cinemaId())
                    .bind("name", hall.name())));
    addSeats(handle, added);
    return added;
  }

  private static void addSeats(Handle handle, Hall hall) {
    List<Seat> seats = hall.seatMap().seats();
    try (PreparedBatch batch = handle.prepareBatch(ADD_SEAT)) {
      for (int i = 0; i < seats.size(); i++) {
        Seat seat = seats.get(i);
        batch.add(hall.id(), i, seat.row(), seat.number(), seat.zone(), seat.kind().name());
      }
      batch.execute();
    }
  }

  Optional<Hall> find(Handle handle, long id) {
    return handle
        .createQuery(FIND)
        .bind("id", id)
        .map((row, context) -> new Hall(id, row.getLong(1), row.getString(2), seats(handle, id)))
        .findOne();
  }

  private static SeatMap seats(Handle handle, long id) {
    return SeatMap.of(
        handle
            .createQuery(SEATS)
            .bind("id", id)
            .map(
                (row, context) ->
                    new Seat(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        SeatKind.valueOf(row.getString(4))))
            .list());
  }
}
