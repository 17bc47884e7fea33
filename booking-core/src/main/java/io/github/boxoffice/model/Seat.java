package io.github.boxoffice.model;

/**
 * A seat of a hall.
 *
 * @param row the row's name, such as {@code A}
 * @param number the number within the row, from 1
 * @param zone the price zone, such as {@code stalls}
 * @param kind what the seat is made for
 */
public record Seat(String row, int number, String zone, SeatKind kind) {
  /** Refuses blank names and numbers below 1. */
  public Seat {
    Check.text(row, "row");
    Check.text(zone, "zone");
    Check.that(number >= 1, "seat number must be at least 1, was %s", number);
  }

  /** The name people use, {@code A-12}: unique within a hall. */
  public String label() {
    return row + "-" + number;
  }
}
