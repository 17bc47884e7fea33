package io.github.boxoffice.simulator.verdict;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that the judge remembers of a history. */
final class Facts {
  private final Map<String, Map<String, Seat>> shows = new LinkedHashMap<>();
  private final Map<String, HoldFact> holds = new HashMap<>();
  private final Map<String, PaymentFact> payments = new LinkedHashMap<>();
  private final Map<String, BookingFact> bookings = new LinkedHashMap<>();
  private final Map<String, Reading> readings = new LinkedHashMap<>();
  private long lastEvent = -1;

  /**
   * The last time that all seats of a show were read.
   *
   * @param span when
   * @param event the number of the event that told of it
   */
  record Reading(Span span, long event) {}

  Seat[] seats(String show, List<String> labels) {
    Map<String, Seat> all = ofShow(show);
    Seat[] seats = new Seat[labels.size()];
    for (int n = 0; n < seats.length; n++) {
      seats[n] = seat(all, show, labels.get(n));
    }
    return seats;
  }

  Seat seat(String show, String label) {
    return seat(ofShow(show), show, label);
  }

  private Map<String, Seat> ofShow(String show) {
    return shows.computeIfAbsent(show, s -> new HashMap<>());
  }

  private static Seat seat(Map<String, Seat> all, String show, String label) {
    return all.computeIfAbsent(label, name -> new Seat(show, name));
  }

  Collection<String> shows() {
    return shows.keySet();
  }

  Collection<Seat> seats(String show) {
    return shows.getOrDefault(show, Map.of()).values();
  }

  void eachSeat(Consumer<Seat> check) {
    shows.values().forEach(seats -> seats.values().forEach(check));
  }

  boolean anySeat(Predicate<Seat> that) {
    for (Map<String, Seat> seats : shows.values()) {
      for (Seat seat : seats.values()) {
        if (that.test(seat)) {
          return true;
        }
      }
    }
    return false;
  }

  HoldFact hold(String id) {
    return holds.computeIfAbsent(id, HoldFact::new);
  }

  @Nullable HoldFact findHold(String id) {
    return holds.get(id);
  }

  Collection<HoldFact> holds() {
    return holds.values();
  }

  PaymentFact payment(String id) {
    return payments.computeIfAbsent(id, PaymentFact::new);
  }

  Collection<PaymentFact> payments() {
    return payments.values();
  }

  @Nullable PaymentFact findPayment(String id) {
    return payments.get(id);
  }

  @Nullable BookingFact findBooking(String id) {
    return bookings.get(id);
  }

  void add(BookingFact booking) {
    bookings.put(booking.id(), booking);
  }

  Collection<BookingFact> bookings() {
    return bookings.values();
  }

  void read(String show, Reading reading) {
    readings.put(show, reading);
  }

  /** When a show was read at the end; null if it was not. */
  @Nullable Reading reading(String show) {
    Reading last = readings.get(show);
    return last == null || last.span().invoked() < lastEvent ? null : last;
  }

  /** Something happened that changes seats or money. */
  void happened(long event) {
    lastEvent = Math.max(lastEvent, event);
  }

  /** Whether every show that is spoken of was read at the end: only then is the story over. */
  boolean isClosed() {
    return !shows.isEmpty() && shows.keySet().stream().allMatch(show -> reading(show) != null);
  }
}
