package io.github.boxoffice.simulator.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A claim on seats: of a hold or of a booking. When it began is known to lie within its grant; it
 * surely stands from the end of that until {@link #sureTo()}.
 */
final class Tenure {
  private final Span grant;
  private final @Nullable HoldFact owner;
  private final Seat[] seats;
  private final Wish wish;
  private @Nullable BookingFact booking;
  private boolean replaces;

  /** Who wanted it, and for how long; 0 milliseconds if that is not said. */
  record Wish(String user, long ttlMillis) {}

  /**
   * A hold.
   *
   * @param owner the hold; null if nobody knows whether there is one
   */
  Tenure(Span grant, @Nullable HoldFact owner, Seat[] seats, Wish wish) {
    this.grant = grant;
    this.owner = owner;
    this.seats = seats;
    this.wish = wish;
  }

  /** A booking. */
  static Tenure booked(Span grant, BookingFact booking) {
    Tenure tenure = new Tenure(grant, booking.hold(), booking.seats(), new Wish("", 0));
    tenure.booking = booking;
    return tenure;
  }

  Span grant() {
    return grant;
  }

  /** The hold that it is, or was before it was booked. */
  @Nullable HoldFact owner() {
    return owner;
  }

  Seat[] seats() {
    return seats;
  }

  Wish wish() {
    return wish;
  }

  /**
   * Whether both are one owner's: a hold and the booking that it became are, two bookings of one
   * hold are not.
   */
  boolean isOneWith(Tenure other) {
    return (booking != null && other.booking != null)
        ? booking == other.booking
        : owner == other.owner;
  }

  /** It may continue an earlier claim of the same user, and then lasts no one knows how long. */
  void replaces() {
    replaces = true;
  }

  /**
   * Until when it surely stands; not after the grant's end if that is not sure of any moment. The
   * store's clock judges a hold's time and the recorder's told this one, so a tenth of the time is
   * left to their difference.
   */
  long sureTo() {
    if (owner == null) {
      return 0;
    } else if (booking != null) {
      return booking.until();
    } else if (replaces) {
      return 0;
    }
    long ttl = Lapse.nanos(wish.ttlMillis);
    return Math.min(owner.heldUntil(), grant.from() + ttl - Lapse.slack(ttl));
  }

  @Override
  public String toString() {
    String id = owner == null ? "?" : owner.id();
    return booking != null ? booking.toString() : "hold " + id + " (event " + grant.invoked() + ")";
  }
}
