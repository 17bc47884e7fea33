package io.github.boxoffice.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The seats of a hall in a fixed order. A seat's position in this order is its name inside stores;
 * people say its {@link Seat#label() label}. Immutable, and shared by all shows of a hall.
 */
public final class SeatMap {
  private final List<Seat> seats;
  private final List<String> labels;
  private final Map<String, Integer> positions;
  private final List<String> zones;

  private SeatMap(List<Seat> seats) {
    this.seats = List.copyOf(seats);
    this.labels = seats.stream().map(Seat::label).toList();
    this.positions = new HashMap<>();
    this.zones = seats.stream().map(Seat::zone).distinct().sorted().toList();
  }

  /**
   * These seats, in this order.
   *
   * @throws IllegalArgumentException if there is none, or two have the same row and number
   */
  public static SeatMap of(List<Seat> seats) {
    Check.that(!seats.isEmpty(), "a seat map needs at least one seat");
    SeatMap map = new SeatMap(seats);
    for (String label : map.labels) {
      Integer earlier = map.positions.put(label, map.positions.size());
      Check.that(earlier == null, "seat %s is there twice", label);
    }
    return map;
  }

  /**
   * A plain hall of {@code rows} × {@code seatsPerRow} standard seats in one zone, rows named A, B,
   * … Z, AA, AB, …, seats from 1.
   *
   * @throws IllegalArgumentException if either number is below 1
   */
  public static SeatMap grid(int rows, int seatsPerRow) {
    Check.that(rows >= 1, "rows must be at least 1, was %s", rows);
    Check.that(seatsPerRow >= 1, "seatsPerRow must be at least 1, was %s", seatsPerRow);
    List<Seat> seats = new ArrayList<>(Math.multiplyExact(rows, seatsPerRow));
    for (int row = 0; row < rows; row++) {
      for (int number = 1; number <= seatsPerRow; number++) {
        seats.add(new Seat(rowName(row), number, PriceList.STANDARD_ZONE, SeatKind.STANDARD));
      }
    }
    return of(seats);
  }

  private static String rowName(int row) {
    String last = Character.toString('A' + row % 26);
    return row < 26 ? last : rowName(row / 26 - 1) + last;
  }

  /** All seats, in seat order. */
  public List<Seat> seats() {
    return seats;
  }

  /** How many seats. */
  public int size() {
    return seats.size();
  }

  /** The position of the seat with this label, if there is one. */
  public Optional<Integer> position(String label) {
    return Optional.ofNullable(positions.get(label));
  }

  /** The labels of these seats, in seat order. */
  public List<String> labels(SeatSet set) {
    String[] found = new String[set.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = labels.get(set.get(i));
    }
    return List.of(found);
  }

  /**
   * The seats with these labels.
   *
   * @throws IllegalArgumentException if a label is unknown or named twice
   */
  public SeatSet select(List<String> wanted) {
    int[] found = new int[wanted.size()];
    for (int i = 0; i < found.length; i++) {
      Integer position = positions.get(wanted.get(i));
      if (position == null) {
        throw new IllegalArgumentException("no seat " + wanted.get(i));
      }
      found[i] = position;
    }
    return SeatSet.of(found);
  }

  /** Those of the labels that are no seat's, in the order given. */
  public List<String> unknown(List<String> wanted) {
    for (String label : wanted) {
      if (!positions.containsKey(label)) {
        return wanted.stream().filter(other -> !positions.containsKey(other)).toList();
      }
    }
    return List.of();
  }

  /** The zones that occur, sorted. */
  public List<String> zones() {
    return zones;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeatMap that && seats.equals(that.seats);
  }

  @Override
  public int hashCode() {
    return seats.hashCode();
  }

  @Override
  public String toString() {
    return "SeatMap[" + seats.size() + " seats]";
  }
}
