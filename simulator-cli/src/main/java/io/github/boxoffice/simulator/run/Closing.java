package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a run ends when the users have gone; see the package. */
final class Closing {
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final long A_LOOK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int SETTLE_TRIES = 100;

  private final Sale sale;
  private final Cast cast;
  private final BoxOffice office;
  private final Clerk clerk;
  private final SplittableRandom random;

  Closing(Sale sale, Cast cast, SplittableRandom random) {
    this.sale = sale;
    this.cast = cast;
    this.office = sale.stage().office();
    this.clerk = new Clerk(office, sale.books());
    this.random = random;
  }

  void run() {
    settle();
    releaseLong();
    awaitLapse();
    clerk.sweep();
    Caller fresh = new Caller(office, sale.books(), "fresh-0");
    Prober prober = new Prober(fresh, random, sale.scenario().habits().holdTtl());
    sale.stage().shows().forEach(show -> holdRest(prober, show));
    sale.stage().shows().forEach(fresh::seats);
  }

  /** What those who sold do who leave the closing to another process. */
  void leave() {
    releaseLong();
  }

  private void settle() {
    for (int i = 0; i < SETTLE_TRIES && clerk.settle(Duration.ZERO) > 0; i++) {
      LockSupport.parkNanos(A_LOOK);
    }
  }

  /** Nobody waits for holds that last for minutes: those who left them come back and release. */
  private void releaseLong() {
    Instant late = sale.stage().store().clock().instant().plus(PATIENCE);
    Caller back = new Caller(office, sale.books(), "back-" + cast.process());
    for (Hold hold : sale.books().left()) {
      if (hold.expiresAt().isAfter(late)) {
        back.release(hold);
      }
    }
  }

  private void awaitLapse() {
    Deque<ShowId> shows = new ArrayDeque<>(sale.stage().shows());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!shows.isEmpty() && System.nanoTime() - end < 0) {
      if (hasHolds(shows.getFirst())) {
        LockSupport.parkNanos(A_LOOK);
      } else {
        shows.removeFirst();
      }
    }
  }

  private boolean hasHolds(ShowId show) {
    return office.seats(show).stream().anyMatch(seat -> seat.state() == SeatState.HELD);
  }

  private void holdRest(Prober prober, ShowId show) {
    List<String> rest =
        office.seats(show).stream()
            .filter(seat -> seat.state() != SeatState.BOOKED)
            .map(seat -> seat.seat().label())
            .toList();
    prober.hold(show, rest);
  }
}
