package io.github.boxoffice.benchmarks.limit;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;

/** Seats as an array of numbers that threads change by compare-and-set, and nothing else. */
final class Swaps {
  private static final int SEATS = 200_000;
  private static final int SOME = 1000;

  private Swaps() {}

  static double perSecond(int threads, int seconds) {
    AtomicIntegerArray seats = new AtomicIntegerArray(SEATS);
    List<Rate.Work> workers =
        Stream.<Rate.Work>generate(() -> () -> some(seats)).limit(threads).toList();
    return Rate.of(workers, seconds);
  }

  private static long some(AtomicIntegerArray seats) {
    int seat = ThreadLocalRandom.current().nextInt(SEATS);
    long won = 0;
    for (int i = 0; i < SOME; i++) {
      int was = seats.get(seat);
      won += seats.compareAndSet(seat, was, was + 1) ? 1 : 0;
      seat = seat + 1 == SEATS ? 0 : seat + 1;
    }
    return won;
  }
}
