package io.github.boxoffice.store;

/**
 * The time of a hold, in milliseconds since the epoch by the store's clock.
 *
 * @param since when the user's claim began; replacing a hold by another keeps it
 * @param until when the hold ends by itself: at this instant its seats are free
 * @param extendedForPayment whether it was prolonged to cover the gateway's time limit, which
 *     happens once at most
 */
public record Term(long since, long until, boolean extendedForPayment) {
  /** Whether the hold has ended by itself at this time. */
  public boolean isOver(long now) {
    return until <= now;
  }
}
