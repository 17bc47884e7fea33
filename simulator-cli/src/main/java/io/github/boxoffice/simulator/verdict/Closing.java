package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.store.SeatState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has the booked seats at the end, held against who was told that they have them. */
final class Closing {
  private static final int AS_A_RULE = 4;

  private final Facts facts;
  private final Findings findings;
  private final Makers makers;

  Closing(Facts facts, Findings findings) {
    this.facts = facts;
    this.makers = new Makers(facts);
    this.findings = findings;
  }

  /** All bookings of the shows whose seats were read at the end. */
  void check() {
    Map<String, Set<Seat>> booked = new LinkedHashMap<>();
    for (String show : facts.shows()) {
      if (facts.reading(show) != null) {
        for (Seat seat : facts.seats(show)) {
          if (isBooked(seat)) {
            booked.computeIfAbsent(owner(seat), id -> new HashSet<>(AS_A_RULE)).add(seat);
          }
        }
      }
    }
    facts
        .bookings()
        .forEach(booking -> check(booking, booked.getOrDefault(booking.id(), Set.of())));
    booked.forEach(this::foreign);
  }

  private static boolean isBooked(Seat seat) {
    return seat.last() != null && seat.last().state() == SeatState.BOOKED;
  }

  /** The id of whoever has a seat at the end; empty if nobody has. */
  static String owner(Seat seat) {
    SeatTold last = seat.last();
    String id = last == null ? null : last.booking() == null ? last.hold() : last.booking();
    return id == null ? "" : id;
  }

  private void check(BookingFact booking, Set<Seat> has) {
    List<Seat> lacks = without(has, booking.seats());
    Facts.Reading reading = lacks.isEmpty() ? null : facts.reading(booking.show());
    if (reading == null) {
      return;
    }
    if (lacks.size() < booking.seats().length) {
      findings.violated(
          Invariant.PARTIAL_BOOKING,
          "%s has lost some of its seats at the end (event %d): %s",
          booking,
          reading.event(),
          lacks);
    }
    if (booking.stands()) {
      findings.violated(
          Invariant.LOST_BOOKING,
          "%s was acknowledged and never cancelled, and at the end (event %d) it lacks %s",
          booking,
          reading.event(),
          now(lacks));
    }
  }

  /** Those of all that are not among some. */
  private static List<Seat> without(Set<Seat> some, Seat... all) {
    List<Seat> lacks = List.of();
    for (Seat seat : all) {
      if (!some.contains(seat)) {
        lacks = lacks.isEmpty() ? new ArrayList<>() : lacks;
        lacks.add(seat);
      }
    }
    return lacks;
  }

  private static String now(List<Seat> seats) {
    return seats.stream().map(Closing::now).collect(Collectors.joining(", "));
  }

  private static String now(Seat seat) {
    SeatTold last = seat.last();
    String state = last == null ? "not shown" : last.state().name();
    return seat + ", which is " + state + (owner(seat).isEmpty() ? "" : " by " + owner(seat));
  }

  private void foreign(String id, Set<Seat> seats) {
    BookingFact known = facts.findBooking(id);
    if (known == null) {
      explain(id, seats);
      return;
    }
    Set<Seat> more = new HashSet<>(seats);
    for (Seat own : known.seats()) {
      more.remove(own);
    }
    if (!more.isEmpty()) {
      findings.violated(
          Invariant.FOREIGN_BOOKING,
          "at the end (event %d) %s has %s too, which it never bought",
          event(more),
          known,
          more);
    }
    if (known.cancelled() != null) {
      findings.violated(
          Invariant.FOREIGN_BOOKING,
          "%s was cancelled (event %d), and at the end (event %d) it still has %s",
          known,
          known.cancelled().number(),
          event(seats),
          seats);
    } else if (known.isCancelOpen()) {
      known.payment().bookedAtEnd();
    }
  }

  /** The event that told of the seats. */
  private long event(Set<Seat> seats) {
    Facts.Reading reading = facts.reading(seats.iterator().next().show());
    return reading == null ? -1 : reading.event();
  }

  /** Nobody was told of this booking; a confirm that nobody heard of again may have made it. */
  private void explain(String id, Set<Seat> seats) {
    List<Makers.Maker> possible = makers.of(seats);
    if (possible.isEmpty()) {
      findings.violated(
          Invariant.FOREIGN_BOOKING,
          "at the end (event %d) %s %s booked by '%s', of which nobody was told",
          event(seats),
          seats,
          seats.size() == 1 ? "is" : "are",
          id);
    } else if (possible.stream().noneMatch(maker -> maker.seats().equals(seats))) {
      findings.violated(
          Invariant.PARTIAL_BOOKING,
          "at the end (event %d) '%s', of which nobody was told, has only %s of %s",
          event(seats),
          id,
          seats,
          possible.get(0).seats());
    } else {
      possible.stream()
          .filter(maker -> maker.names(id))
          .forEach(maker -> maker.payment().bookedAtEnd());
    }
  }
}
