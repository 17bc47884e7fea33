package io.github.boxoffice.jdbc;

import static java.util.stream.Collectors.toSet;

import io.github.boxoffice.jdbc.Bulk.Known;
import io.github.boxoffice.jdbc.HoldRows.Stored;
import io.github.boxoffice.jdbc.SeatRows.SeatRow;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.SeatChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One look at all seats that the holds of a batch still want, which answers those that are refused.
 * Nothing is locked for it: the seats are read first, then their holds, and a hold that keeps its
 * seats then has kept them all the while.
 */
final class BulkLook {
  private final Bulk bulk;

  BulkLook(Bulk bulk) {
    this.bulk = bulk;
  }

  /**
   * Answers what can be answered, and notes of the others what was seen.
   *
   * @param asks all of a batch in its order, answered or not
   */
  void at(Connection connection, List<Ask> asks) throws SQLException {
    List<SeatChange> holds =
        asks.stream()
            .filter(ask -> ask.answer() == null && ask.change() instanceof SeatChange.Hold)
            .map(Ask::change)
            .toList();
    if (holds.isEmpty()) {
      return;
    }
    Map<Place, SeatRow> seats = bulk.seats(connection, Place.of(holds));
    Known known = bulk.holds(connection, keys(holds, seats));
    // What changes are about that may alter an answer and have not been made yet.
    Set<Object> ahead = new HashSet<>();
    Set<HoldId> before = new HashSet<>();
    Set<HoldId> made = asks.stream().filter(Ask::isApplied).map(Ask::id).collect(toSet());
    for (Ask ask : asks) {
      if (ask.answer() == null && ask.change() instanceof SeatChange.Hold hold) {
        see(
            ask,
            hold,
            new Seen(
                hold.claim().show(),
                rows(ask, seats),
                known,
                id -> made.contains(id) && !before.contains(id)),
            ask.isAmong(ahead));
      }
      before.add(ask.id());
      if (ask.answer() == null) {
        ahead.addAll(ask.ids());
        ahead.addAll(ask.places());
      }
    }
  }

  private static NavigableSet<HoldKey> keys(List<SeatChange> holds, Map<Place, SeatRow> seats) {
    NavigableSet<HoldKey> keys = new TreeSet<>();
    holds.forEach(hold -> keys.add(HoldKey.of(hold.claim())));
    seats.forEach(
        (place, row) -> {
          if (row.owner() != null) {
            keys.add(new HoldKey(place.show(), row.owner()));
          }
        });
    return keys;
  }

  /**
   * What was seen of the seats that a hold wants.
   *
   * @param later whether a hold was made in this batch for who came later
   */
  private record Seen(ShowId show, List<SeatRow> rows, Known known, Predicate<HoldId> later) {

    /**
     * Why the seats cannot be taken. Who came later counts only if nobody else is in the way: then
     * they were quicker after all.
     */
    Optional<ChangeResult.Refused> refusal(SeatChange.Hold wanted) {
      Optional<ChangeResult.Refused> inOrder = refusal(wanted, later.negate());
      return inOrder.isPresent() ? inOrder : refusal(wanted, id -> true);
    }

    private Optional<ChangeResult.Refused> refusal(
        SeatChange.Hold wanted, Predicate<HoldId> counts) {
      return Owners.of(owners(counts)).refusal(wanted, rows, known.now());
    }

    List<Stored> owners(Predicate<HoldId> counts) {
      List<Stored> owners = new ArrayList<>();
      for (SeatRow row : rows) {
        HoldId owner = row.owner();
        Stored hold = owner == null ? null : known.byKey().get(new HoldKey(show, owner));
        if (hold != null && counts.test(hold.hold().claim().id())) {
          owners.add(hold);
        }
      }
      return owners;
    }
  }

  private static List<SeatRow> rows(Ask ask, Map<Place, SeatRow> seats) {
    List<SeatRow> rows = new ArrayList<>();
    Place.of(ask.change().claim())
        .filter(seats::containsKey)
        .forEach(place -> rows.add(seats.get(place)));
    return rows;
  }

  private static void see(Ask ask, SeatChange.Hold wanted, Seen seen, boolean waits) {
    ask.look(Ask.Look.NONE);
    ask.displaces(
        seen.owners(id -> true).stream()
            .map(owner -> owner.hold().claim())
            .filter(owner -> owner.user().equals(wanted.claim().user())));
    if (seen.rows().size() < wanted.claim().seats().size()
        || seen.known().byKey().containsKey(HoldKey.of(wanted.claim()))) {
      ask.needsCloserLook();
      return;
    }
    Optional<ChangeResult.Refused> refusal = seen.refusal(wanted);
    if (refusal.isPresent()) {
      ask.look(Ask.Look.BLOCKED);
      if (!waits) {
        ask.answer(refusal.get());
      }
    } else if (seen.rows().stream().allMatch(row -> row.owner() == null)) {
      ask.look(Ask.Look.FREE);
    } else {
      ask.needsCloserLook();
    }
  }
}
