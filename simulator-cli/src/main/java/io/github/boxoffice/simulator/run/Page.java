package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.store.SeatState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The seats of a show as they were read, with those greyed out that somebody has been told about
 * since. Safe for use by any number of threads.
 */
final class Page {
  private static final int FREE = 1;

  private final AtomicIntegerArray seats;
  private final AtomicInteger free = new AtomicInteger();
  private final int unsold;
  private final long readAt = System.nanoTime();

  Page(List<BoxOffice.SeatView> read) {
    this.seats = new AtomicIntegerArray(read.size());
    int notBooked = 0;
    for (int i = 0; i < read.size(); i++) {
      SeatState state = read.get(i).state();
      if (state == SeatState.FREE) {
        seats.setPlain(i, FREE);
        free.incrementAndGet();
      }
      notBooked += state == SeatState.BOOKED ? 0 : 1;
    }
    this.unsold = notBooked;
  }

  private Page(int size) {
    this.seats = new AtomicIntegerArray(size);
    for (int i = 0; i < size; i++) {
      seats.setPlain(i, FREE);
    }
    free.set(size);
    this.unsold = size;
  }

  /** The page of a show that was opened just now: all of it is free. */
  static Page fresh(int size) {
    return new Page(size);
  }

  boolean isFree(int seat) {
    return seats.get(seat) == FREE;
  }

  /** How many seats look free. */
  int countFree() {
    return free.get();
  }

  /** How many seats were not booked when they were read. */
  int unsold() {
    return unsold;
  }

  /** When it was read, by {@link System#nanoTime}. */
  long readAt() {
    return readAt;
  }

  /** Somebody was told that this seat is theirs, or is not to be had. */
  void greyOut(int seat) {
    if (seats.compareAndSet(seat, FREE, 0)) {
      free.decrementAndGet();
    }
  }
}
