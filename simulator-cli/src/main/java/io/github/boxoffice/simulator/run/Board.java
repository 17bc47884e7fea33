package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.ShowId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What users look at before they choose: a page that was true a moment ago. One user reads it again
 * when it is old, for all; that takes a tenth of the time at most. It greys seats out as soon as
 * anybody hears that they are gone, so rivals are those who choose at the same moment, not all who
 * come after.
 */
final class Board {
  private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(2);
  private static final int SHARE = 10;

  private final BoxOffice office;
  private final ShowId show;
  private final SeatMap map;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Page page;
  private volatile long keeps = FRESH;

  Board(BoxOffice office, ShowId show, SeatMap map) {
    this.office = office;
    this.show = show;
    this.map = map;
    this.page = new Page(office.seats(show));
  }

  ShowId show() {
    return show;
  }

  /** The page that was read last, however old. */
  Page last() {
    return page;
  }

  Page look() {
    if (System.nanoTime() - page.readAt() > keeps && reading.compareAndSet(false, true)) {
      try {
        read();
      } finally {
        reading.set(false);
      }
    }
    return page;
  }

  private void read() {
    long begun = System.nanoTime();
    page = new Page(office.seats(show));
    keeps = Math.max(FRESH, (System.nanoTime() - begun) * SHARE);
  }

  /** These seats are gone. */
  void greyOut(List<String> seats) {
    Page now = page;
    for (String seat : seats) {
      map.position(seat).ifPresent(now::greyOut);
    }
  }
}
