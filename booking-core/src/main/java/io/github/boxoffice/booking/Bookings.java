package io.github.boxoffice.booking;

import io.github.boxoffice.catalog.Catalog;
import io.github.boxoffice.catalog.OnSale;
import io.github.boxoffice.lock.Locking;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.ChangeResult;
import io.github.boxoffice.store.Claim;
import io.github.boxoffice.store.HoldPayment;
import io.github.boxoffice.store.HoldRecord;
import io.github.boxoffice.store.HoldState;
import io.github.boxoffice.store.SeatChange;
import io.github.boxoffice.store.SeatChange.HoldTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The verbs of a hold: each checks the request, asks the strategy for one change, and gives the
 * answer back as a value. Safe for use by any number of threads.
 */
public final class Bookings {
  private final Catalog catalog;
  private final Locking locking;
  private final InstantSource clock;
  private final Answers answers;

  /**
   * Bookings of the catalogue's shows.
   *
   * @param clock the store's
   */
  public Bookings(Catalog catalog, Locking locking, InstantSource clock) {
    this.catalog = catalog;
    this.locking = locking;
    this.clock = clock;
    this.answers = new Answers(catalog);
  }

  /** How this speaks of what the store answers. */
  public Answers answers() {
    return answers;
  }

  /** Holds all of the seats or none. */
  public Outcome<Hold> hold(HoldRequest request) {
    Optional<OnSale> found = catalog.find(request.show());
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_SHOW);
    }
    OnSale onSale = found.get();
    List<String> unknown = onSale.seatMap().unknown(request.seats());
    if (!unknown.isEmpty()) {
      return new Outcome.Refused<>(Refusal.NO_SUCH_SEAT, unknown);
    }
    if (request.seats().size() > onSale.show().plan().holds().maxSeats()) {
      return new Outcome.Refused<>(Refusal.TOO_MANY_SEATS, request.seats());
    }
    if (!onSale.show().plan().startsAt().isAfter(clock.instant())) {
      return Outcome.refused(Refusal.SALE_ENDED);
    }
    return hold(request, onSale);
  }

  private Outcome<Hold> hold(HoldRequest request, OnSale onSale) {
    SeatSet seats = onSale.seatMap().select(request.seats());
    Claim claim = new Claim(request.show(), request.id(), request.user(), seats);
    Duration longest = onSale.show().plan().holds().longest();
    Duration ttl = request.ttl() == null ? onSale.show().plan().holds().ttl() : request.ttl();
    if (ttl.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "ttl " + ttl + " is more than the longest that this show allows, " + longest);
    }
    ChangeResult result = locking.apply(new SeatChange.Hold(claim, new HoldTerms(ttl, longest), 0));
    return answers.of(result, claim, applied -> held(claim, onSale, applied.until()));
  }

  private static Hold held(Claim claim, OnSale onSale, long until) {
    List<String> labels = onSale.seatMap().labels(claim.seats());
    return new Hold(claim, labels, Instant.ofEpochMilli(until), onSale.price(claim.seats()));
  }

  /** Starts the time of a hold again, as far as the show's policy allows. */
  public Outcome<Hold> extend(Hold hold) {
    ChangeResult result = locking.apply(new SeatChange.Extend(hold.claim(), terms(hold.show())));
    return answers.of(
        result,
        hold.claim(),
        applied ->
            new Hold(
                hold.claim(), hold.seats(), Instant.ofEpochMilli(applied.until()), hold.price()));
  }

  /**
   * Makes a hold a booking. If its time ran out and somebody noticed, the same seats are taken
   * again where they are free, under an id that follows from the payment's, so that repeating the
   * call repeats nothing.
   */
  public Outcome<Booking> confirm(Hold hold, Payment payment) {
    Outcome<Booking> first = confirm(hold.claim(), hold, payment);
    boolean expired =
        first instanceof Outcome.Refused<Booking> refused
            && refused.reason() == Refusal.HOLD_EXPIRED;
    return expired ? confirmAgain(hold, payment) : first;
  }

  /** Whether this is what {@link #confirm} of the hold by this payment makes a booking. */
  public static boolean isBookedBy(PaymentId payment, Claim booked, Hold hold) {
    return booked.equals(hold.claim()) || booked.equals(again(hold, payment));
  }

  private static Claim again(Hold hold, PaymentId payment) {
    return new Claim(hold.show(), new HoldId(payment.value()), hold.user(), hold.claim().seats());
  }

  private Outcome<Booking> confirmAgain(Hold hold, Payment payment) {
    Claim again = again(hold, payment.id());
    ChangeResult taken = locking.apply(new SeatChange.Hold(again, terms(hold.show()), 0));
    boolean mine =
        taken instanceof ChangeResult.Applied
            || (taken instanceof ChangeResult.Refused refused
                && refused.reason() == Refusal.HOLD_CONFIRMED);
    if (!mine) {
      return answers.of(taken, again, applied -> booked(again, hold, payment));
    }
    Outcome<Booking> confirmed = confirm(again, hold, payment);
    if (confirmed instanceof Outcome.Refused) {
      locking.apply(new SeatChange.Release(again));
    }
    return confirmed;
  }

  private Outcome<Booking> confirm(Claim claim, Hold hold, Payment payment) {
    HoldPayment by = new HoldPayment(payment.id(), payment.amount());
    ChangeResult result = locking.apply(new SeatChange.Confirm(claim, by, payment.outside()));
    return answers.of(result, claim, applied -> booked(claim, hold, payment));
  }

  private static Booking booked(Claim claim, Hold hold, Payment payment) {
    return new Booking(claim, hold.seats(), payment.amount(), payment.id());
  }

  /** Gives the seats of a hold back. */
  public Outcome<Hold> release(Hold hold) {
    ChangeResult result = locking.apply(new SeatChange.Release(hold.claim()));
    return answers.of(result, hold.claim(), applied -> hold);
  }

  /** Frees the seats of a booking; its payment is then to be given back. */
  public Outcome<Booking> cancel(Booking booking) {
    ChangeResult result = locking.apply(new SeatChange.Cancel(booking.claim()));
    return answers.of(result, booking.claim(), applied -> booking);
  }

  /** Ends at most {@code limit} holds whose time ran out, and answers how many it ended. */
  public int sweep(int limit) {
    int ended = 0;
    for (Claim claim : locking.ground().seats().lapsed(limit)) {
      if (locking.apply(new SeatChange.Expire(claim)) instanceof ChangeResult.Applied) {
        ended++;
      }
    }
    return ended;
  }

  /** The hold with this id, if it is one still: neither ended nor booked. */
  public Optional<Hold> findHold(ShowId show, HoldId id) {
    return record(show, id, HoldState.HELD)
        .filter(known -> !known.hasLapsed(clock.millis()))
        .map(this::hold);
  }

  /** The hold as the store knows it, whatever became of it. */
  public Hold hold(HoldRecord known) {
    OnSale onSale = catalog.find(known.claim().show()).orElseThrow();
    return held(known.claim(), onSale, known.term().until());
  }

  /** The booking with this id, if there is one that was not cancelled. */
  public Optional<Booking> findBooking(ShowId show, HoldId id) {
    return record(show, id, HoldState.CONFIRMED).flatMap(this::booking);
  }

  private Optional<Booking> booking(HoldRecord known) {
    List<String> labels = answers.labels(known.claim().show(), known.claim().seats());
    return Optional.ofNullable(known.payment())
        .map(paid -> new Booking(known.claim(), labels, paid.amount(), paid.id()));
  }

  private Optional<HoldRecord> record(ShowId show, HoldId id, HoldState state) {
    return locking.ground().seats().find(show, id).filter(known -> known.state() == state);
  }

  private HoldTerms terms(ShowId show) {
    return catalog
        .find(show)
        .map(onSale -> onSale.show().plan().holds())
        .map(policy -> new HoldTerms(policy.ttl(), policy.longest()))
        .orElseThrow(() -> new IllegalArgumentException("there is no show " + show));
  }
}
