package io.github.boxoffice;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Bookings;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.catalog.Catalog;
import io.github.boxoffice.lock.Ground;
import io.github.boxoffice.lock.Locking;
import io.github.boxoffice.model.Cinema;
import io.github.boxoffice.model.Hall;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.Movie;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.PriceList;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.payment.Payments;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.SeatStatus;
import io.github.boxoffice.store.Store;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The front door: sells the seats of shows. A seat is never sold twice, an unpaid one never stays
 * blocked, a paid one is never lost.
 *
 * <p>Ordinary refusals are values ({@link Outcome}); an exception means that the storage is broken
 * ({@link io.github.boxoffice.store.StoreException}) or that an argument makes no sense. Safe for
 * use by any number of threads. Starts no thread of its own, and {@link #close()} ends all it
 * opened.
 */
public final class BoxOffice implements AutoCloseable {
  private final Store store;
  private final Locking locking;
  private final Runnable opened;
  private final Catalog catalog;
  private final Bookings bookings;
  private final Payments payments;
  private final Recovery recovery;

  BoxOffice(BoxOfficeBuilder from, Ground ground, Runnable opened) {
    this.store = from.store();
    this.opened = opened;
    this.locking = new Locking(from.strategy(), ground);
    this.catalog = new Catalog(store.catalog());
    this.bookings = new Bookings(catalog, locking, store.clock());
    this.payments = new Payments(bookings, locking, store.payments(), from.gateway());
    this.recovery =
        new Recovery(
            bookings, payments, locking, new Recovery.Books(store.payments(), from.gateway()));
  }

  /**
   * A box office in this process's memory, with a mock payment gateway that captures everything.
   */
  public static BoxOffice inMemory() {
    return inMemory(InstantSource.system());
  }

  /** The same, telling time by this clock. */
  public static BoxOffice inMemory(InstantSource clock) {
    return on(new MemoryStore(clock)).gateway(MockGateway.alwaysCaptures()).open();
  }

  /** A box office on a store; the store stays the caller's to close. */
  public static BoxOfficeBuilder on(Store store) {
    return new BoxOfficeBuilder(store, () -> {});
  }

  /**
   * A box office on a database, which needs a module that knows it (booking-jdbc) on the class
   * path; the data source stays the caller's to close.
   *
   * @throws IllegalStateException if no such module is there
   */
  public static BoxOfficeBuilder on(DataSource dataSource) {
    Store store = BoxOfficeBuilder.storeOn(dataSource);
    return new BoxOfficeBuilder(store, store::close);
  }

  /** Cinemas, halls, movies, shows, users: what is on sale. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Puts a show on sale in a hall of its own, to begin a year from now, every seat for 10.00 EUR,
   * on the standard terms: the shortest way to have something to sell. {@link #catalog()} has the
   * long one.
   */
  public Show addShow(String title, SeatMap seats) {
    Cinema cinema = catalog.add(new Cinema(0, "-", "Box office"));
    Hall hall = catalog.add(new Hall(0, cinema.id(), "Hall " + cinema.id(), seats));
    Movie movie = catalog.add(Movie.titled(title));
    return catalog.add(
        new Show.Plan(
            movie.id(),
            hall.id(),
            store.clock().instant().plus(365, ChronoUnit.DAYS),
            PriceList.flat(seats, Money.of(1000, "EUR")),
            HoldPolicy.STANDARD));
  }

  /** Holds all of these seats or none, for the show's hold time. */
  public Outcome<Hold> hold(Show show, String user, String... seats) {
    return hold(HoldRequest.of(show.id(), user, List.of(seats)));
  }

  /** Holds all of the seats asked for or none. */
  public Outcome<Hold> hold(HoldRequest request) {
    return bookings.hold(request);
  }

  /** Starts the time of a hold again, as far as the show's policy allows. */
  public Outcome<Hold> extend(Hold hold) {
    return bookings.extend(hold);
  }

  /** Gives the seats of a hold back. */
  public Outcome<Hold> release(Hold hold) {
    return bookings.release(hold);
  }

  /**
   * Charges for the hold outside any lock, then makes it a booking. If the seats were lost
   * meanwhile, the money is given back ({@link
   * io.github.boxoffice.model.Refusal#PAYMENT_REFUNDED}).
   */
  public Outcome<Booking> pay(Hold hold, PaymentMethod method) {
    return pay(hold, Order.by(method));
  }

  /**
   * The same, with a payment id of the caller's own or more than one try. Repeated with the same
   * order it charges nothing and answers what came of it: the booking, until that is cancelled;
   * declined; or given back, then without saying which seats were lost.
   */
  public Outcome<Booking> pay(Hold hold, Order order) {
    return payments.pay(hold, order);
  }

  /** The first half of {@link #pay}: charges for the hold, which is then to be confirmed. */
  public Outcome<Payment> charge(Hold hold, Order order) {
    return payments.charge(hold, order);
  }

  /** The second half of {@link #pay}: makes a hold that was paid for a booking. */
  public Outcome<Booking> confirm(Hold hold, Payment payment) {
    return bookings.confirm(hold, payment);
  }

  /** Gives back a captured payment that has bought nothing. */
  public Outcome<Money> refund(PaymentId payment) {
    return payments.refund(payment);
  }

  /** Cancels a booking, frees its seats and gives its payment back: the answer is how much. */
  public Outcome<Money> cancel(Booking booking) {
    return payments.cancel(booking);
  }

  /** Every seat of a show, in seat order; empty if there is no such show. */
  public List<SeatView> seats(ShowId show) {
    List<SeatStatus> states = store.seats().seats(show);
    return catalog
        .find(show)
        .<List<SeatView>>map(found -> new SeatViews(found.seatMap().seats(), states))
        .orElse(List.of());
  }

  /** How many seats of a show are free; 0 if there is no such show. */
  public int countFree(ShowId show) {
    return store.seats().countFree(show);
  }

  /** The hold with this id, while it holds its seats. */
  public Optional<Hold> findHold(ShowId show, HoldId id) {
    return bookings.findHold(show, id);
  }

  /** The booking with this id, unless it was cancelled. */
  public Optional<Booking> findBooking(ShowId show, HoldId id) {
    return bookings.findBooking(show, id);
  }

  /**
   * Ends at most {@code limit} holds whose time ran out, and answers how many. Seats are free when
   * their hold expires, swept or not; an application calls this now and then to keep the tables
   * tidy. A store of many holds may look through a part of them each time, so 0 does not say that
   * none are left.
   */
  public int sweep(int limit) {
    return bookings.sweep(limit);
  }

  /**
   * Deletes what is left of shows that began before this time, at most {@code limit} rows at once;
   * see {@link CatalogStore#purge}. An application that wants to keep it copies it elsewhere first.
   *
   * @return how many rows were deleted; 0 when nothing is left to delete
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public int purge(Instant startedBefore, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    return catalog.purge(startedBefore, limit);
  }

  /**
   * Settles payments that a crash or a lost answer left open; an application calls this now and
   * then, and once when it starts.
   *
   * @param age only payments written down at least this long ago: more than the gateway's time
   *     limit
   * @param limit how many at most
   */
  public List<Recovery.Settled> recover(Duration age, int limit) {
    return recovery.recover(age, limit);
  }

  /** Ends all that this box office opened; what was handed to it stays open. */
  @Override
  public void close() {
    try {
      locking.strategy().close(); // It finishes what it accepted before the store under it goes.
    } finally {
      opened.run();
    }
  }

  /**
   * One seat of a show at one moment.
   *
   * @param seat which
   * @param state whether it is free
   * @param hold the hold that keeps it, or the booking, which has the same id
   */
  public record SeatView(Seat seat, SeatState state, Optional<HoldId> hold) {}
}
