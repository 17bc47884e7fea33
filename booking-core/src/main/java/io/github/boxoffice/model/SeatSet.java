package io.github.boxoffice.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Some seats of one show, by their positions in the show's {@link SeatMap}, always in seat order
 * and without repeats. Seat order is lock order everywhere, so two rivals for the same seats meet
 * at the first of them and never wait for each other in a circle. Immutable, and small: most people
 * sit side by side, which is two numbers.
 */
public final class SeatSet {
  private static final int[] SIDE_BY_SIDE = {};
  private static final SeatSet EMPTY = new SeatSet(0, 0, SIDE_BY_SIDE);

  private final int first;
  private final int size;
  private final int[] scattered;

  private SeatSet(int first, int size, int[] scattered) {
    this.first = first;
    this.size = size;
    this.scattered = scattered;
  }

  /**
   * The seats at these positions, in any order.
   *
   * @throws IllegalArgumentException if a position is negative or named twice
   */
  public static SeatSet of(int... positions) {
    if (positions.length == 0) {
      return EMPTY;
    }
    int[] sorted = positions;
    if (!areSideBySide(positions)) {
      sorted = positions.clone();
      Arrays.sort(sorted);
    }
    check(sorted);
    return areSideBySide(sorted)
        ? new SeatSet(sorted[0], sorted.length, SIDE_BY_SIDE)
        : new SeatSet(sorted[0], sorted.length, sorted);
  }

  /**
   * So many seats, one beside the other.
   *
   * @throws IllegalArgumentException if a number is negative, or the last position too large
   */
  public static SeatSet sideBySide(int first, int size) {
    Check.that(first >= 0, "seat position must not be negative, was %s", first);
    Check.that(size >= 0, "size must not be negative, was %s", size);
    Check.that(size <= Integer.MAX_VALUE - first, "size must leave room, was %s", size);
    return size == 0 ? EMPTY : new SeatSet(first, size, SIDE_BY_SIDE);
  }

  private static boolean areSideBySide(int[] positions) {
    for (int i = 1; i < positions.length; i++) {
      if (positions[i] != positions[0] + i) {
        return false;
      }
    }
    return true;
  }

  private static void check(int[] sorted) {
    Check.that(sorted[0] >= 0, "seat position must not be negative, was %s", sorted[0]);
    for (int i = 1; i < sorted.length; i++) {
      Check.that(sorted[i] > sorted[i - 1], "seat position %s is named twice", sorted[i]);
    }
  }

  /** Whether there is no gap between them; so it is for one seat and for none. */
  public boolean isSideBySide() {
    return scattered.length == 0;
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
    return size;
  }

  /** The i-th seat's position, in seat order. */
  public int get(int i) {
    return isSideBySide() ? first + Objects.checkIndex(i, size) : scattered[i];
  }

  /** The positions in seat order. */
  public IntStream stream() {
    return isSideBySide() ? IntStream.range(first, first + size) : Arrays.stream(scattered);
  }

  /** Whether the seat at this position is among them. */
  public boolean contains(int position) {
    return isSideBySide()
        ? position >= first && position - first < size
        : Arrays.binarySearch(scattered, position) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatSet that
        && first == that.first
        && size == that.size
        && Arrays.equals(scattered, that.scattered);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * first + size) + Arrays.hashCode(scattered);
  }

  /** The positions in seat order, {@code 4,5,6}. */
  @Override
  public String toString() {
    StringJoiner joiner = new StringJoiner(",");
    for (int i = 0; i < size; i++) {
      joiner.add(Integer.toString(get(i)));
    }
    return joiner.toString();
  }
}
