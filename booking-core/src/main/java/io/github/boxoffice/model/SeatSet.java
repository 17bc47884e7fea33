package io.github.boxoffice.model;

import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Some seats of one show, by their positions in the show's {@link SeatMap}, always in seat order
 * and without repeats. Seat order is lock order everywhere, so two rivals for the same seats meet
 * at the first of them and never wait for each other in a circle. Immutable.
 */
public final class SeatSet {
  private static final SeatSet EMPTY = new SeatSet(new int[0]);

  private final int[] positions;

  private SeatSet(int[] sorted) {
    this.positions = sorted;
  }

  /**
   * The seats at these positions, in any order.
   *
   * @throws IllegalArgumentException if a position is negative or named twice
   */
  public static SeatSet of(int... positions) {
    int[] sorted = positions.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      Check.that(sorted[i] >= 0, "seat position must not be negative, was %s", sorted[i]);
      Check.that(
          i == 0 || sorted[i] != sorted[i - 1], "seat position %s is named twice", sorted[i]);
    }
    return sorted.length == 0 ? EMPTY : new SeatSet(sorted);
  }

  /** No seat at all. */
  public static SeatSet empty() {
    return EMPTY;
  }

  /** Reads the form that {@link #toString} writes. */
  public static SeatSet parse(String text) {
    return text.isEmpty()
        ? EMPTY
        : of(Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray());
  }

  /** How many seats. */
  public int size() {
    return positions.length;
  }

  /** The i-th seat's position, in seat order. */
  public int get(int i) {
    return positions[i];
  }

  /** The positions in seat order. */
  public IntStream stream() {
    return Arrays.stream(positions);
  }

  /** Whether the seat at this position is among them. */
  public boolean contains(int position) {
    return Arrays.binarySearch(positions, position) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatSet that && Arrays.equals(positions, that.positions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(positions);
  }

  /** The positions in seat order, {@code 4,5,6}. */
  @Override
  public String toString() {
    StringJoiner joiner = new StringJoiner(",");
    for (int position : positions) {
      joiner.add(Integer.toString(position));
    }
    return joiner.toString();
  }
}
