package io.github.boxoffice.model;

import java.util.UUID;

/**
 * The id of a hold, and of the booking that the hold becomes: a booking keeps the id of its hold.
 *
 * <p>The caller may bring an id, so that a repeated call has one effect; an id made by {@link
 * #random()} has 128 random bits and cannot be guessed.
 */
public record HoldId(UUID value) {
  /** A new id of 128 random bits. */
  public static HoldId random() {
    return new HoldId(RandomIds.next());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static HoldId parse(String text) {
    return new HoldId(RandomIds.parse(text, "hold id"));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
