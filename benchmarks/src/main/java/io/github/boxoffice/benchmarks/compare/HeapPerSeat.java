package io.github.boxoffice.benchmarks.compare;

import io.github.boxoffice.benchmarks.till.BoxOfficeTill.Checkout;
import io.github.boxoffice.benchmarks.till.BoxOffices;
import io.github.boxoffice.benchmarks.till.Till;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/**
 * What a seat takes of the heap in the memory store: the difference in used heap, with the garbage
 * collected before each look. Includes all that Boxoffice keeps, of the shows, the holds and the
 * payments; the names of the users are the caller's own, and are made before.
 */
public final class HeapPerSeat {
  private static final int SETTLE = 5;

  private HeapPerSeat() {}

  /**
   * Bytes a seat.
   *
   * @param free when nothing is sold
   * @param soldOut when every seat is
   */
  public record Bytes(double free, double soldOut) {}

  /** Prints what seats take, sold one by one, in pairs and by fours. */
  public static void main(String[] args) {
    for (int together : new int[] {1, 2, 4}) {
      Bytes bytes = measure(new Till.Size(200, 2000, together));
      System.out.printf(
          "%d seats a booking: %.1f bytes a free seat, %.1f bytes a sold one%n",
          together, bytes.free(), bytes.soldOut());
    }
  }

  /** Opens shows and sells them out. */
  public static Bytes measure(Till.Size size) {
    String[] users =
        IntStream.range(0, size.groups()).mapToObj(i -> "user-" + i).toArray(String[]::new);
    try (Till till = BoxOffices.open("memory", "optimistic", Checkout.OUTSIDE)) {
      sellOut(till.open(new Till.Size(1, size.seats(), size.together())), 1, users);
      double seats = (double) size.shows() * size.seats();
      long before = usedHeap();
      Till.Shows shows = till.open(size);
      long open = usedHeap();
      sellOut(shows, size.shows(), users);
      long soldOut = usedHeap();
      return new Bytes((open - before) / seats, (soldOut - before) / seats);
    }
  }

  private static void sellOut(Till.Shows shows, int count, String[] users) {
    for (int show = 0; show < count; show++) {
      for (int group = 0; group < users.length; group++) {
        if (!shows.sell(show, group, users[group])) {
          throw new IllegalStateException("a free seat was refused");
        }
      }
    }
  }

  // Asking the collector to run is a hint elsewhere, and the whole point here.
  @SuppressWarnings("SystemGc")
  private static long usedHeap() {
    for (int i = 0; i < SETTLE; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
