package io.github.boxoffice.simulator.run;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.BoxOffice.SeatView;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.store.SeatState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * How a day of a week ends, as the package says, with one thing left out: seats that nobody ever
 * had a hold on and that are free at the end are not held and not written down. Every seat of every
 * show is read all the same, so one that is not as it should be does not escape.
 */
final class DayClosing {
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  private static final Duration WORTH_WAITING = Duration.ofSeconds(1);
  private static final long A_LOOK = TimeUnit.MILLISECONDS.toNanos(10);

  private final DaySale sale;
  private final BoxOffice office;
  private final List<ShowId> shows;

  DayClosing(DaySale sale) {
    this.sale = sale;
    this.office = sale.stage().office();
    this.shows = sale.stage().shows();
  }

  void run() {
    new Clerk(office, sale.books()).settleAll();
    awaitLapse();
    sideBySide(Hand::holdRest);
    sideBySide(Hand::read);
  }

  /** Each hand does its share of the shows; comes back when all is done. */
  private void sideBySide(BiConsumer<Hand, Integer> work) {
    int hands = Runtime.getRuntime().availableProcessors();
    IntStream.range(0, hands)
        .parallel()
        .forEach(
            number -> {
              Hand hand = new Hand(number);
              for (int show = number; show < shows.size(); show += hands) {
                work.accept(hand, show);
              }
            });
  }

  /** Those who left a hold to lapse let it, or come back and release it if that takes long. */
  private void awaitLapse() {
    Instant late = sale.stage().store().clock().instant().plus(WORTH_WAITING);
    Instant last = Instant.MIN;
    Caller back = new Caller(office, sale.books(), "back-0");
    for (Hold hold : sale.books().left()) {
      if (hold.expiresAt().isAfter(late)) {
        back.release(hold);
      } else if (hold.expiresAt().isAfter(last)) {
        last = hold.expiresAt();
      }
    }
    while (sale.stage().store().clock().instant().isBefore(last)) {
      LockSupport.parkNanos(A_LOOK);
    }
  }

  /** The seats when no hold is left, or patience is at its end. */
  private List<SeatView> lapsed(ShowId show) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<SeatView> seats = office.seats(show);
    while (isHeld(seats) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(A_LOOK);
      seats = office.seats(show);
    }
    return seats;
  }

  private static boolean isHeld(List<SeatView> seats) {
    for (SeatView seat : seats) {
      if (seat.state() == SeatState.HELD) {
        return true;
      }
    }
    return false;
  }

  /** A fresh client, who is nobody's rival. */
  private final class Hand {
    private final Caller fresh;
    private final Prober prober;

    Hand(int number) {
      this.fresh = new Caller(office, sale.books(), "fresh-" + number);
      SplittableRandom random = new SplittableRandom(sale.scenario().seed() ^ number).split();
      this.prober = new Prober(fresh, random, sale.scenario().habits().holdTtl());
    }

    void read(int show) {
      fresh.seats(shows.get(show), sale.floor().touched(show));
    }

    void holdRest(int number) {
      BitSet touched = sale.floor().touched(number);
      if (touched.isEmpty()) {
        return;
      }
      ShowId show = shows.get(number);
      List<String> rest = new ArrayList<>();
      List<SeatView> seats = lapsed(show);
      for (int seat = touched.nextSetBit(0); seat >= 0; seat = touched.nextSetBit(seat + 1)) {
        if (seats.get(seat).state() != SeatState.BOOKED) {
          rest.add(seats.get(seat).seat().label());
        }
      }
      prober.hold(show, rest);
    }
  }
}
