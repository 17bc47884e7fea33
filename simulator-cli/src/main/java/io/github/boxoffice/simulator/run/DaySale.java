package io.github.boxoffice.simulator.run;

import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Week;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What all users of one day share, and the line in which they come. */
final class DaySale {
  private static final long MOMENT = 100_000;
  private static final int DAY_BITS = 40;

  private final Scenario scenario;
  private final Week.Day day;
  private final Stage stage;
  private final Floor floor;
  private final Books books;
  private final Goal goal;
  private final Tally fans = new Tally();
  private final Tally others = new Tally();
  private final AtomicLong line = new AtomicLong();
  private final AtomicBoolean soldOut = new AtomicBoolean();

  DaySale(Scenario scenario, Week.Day day, Stage stage, Books books, Goal goal) {
    this.scenario = scenario;
    this.day = day;
    this.stage = stage;
    this.floor = new Floor(stage, scenario.venue().seats());
    this.books = books;
    this.goal = goal;
  }

  Scenario scenario() {
    return scenario;
  }

  Stage stage() {
    return stage;
  }

  Floor floor() {
    return floor;
  }

  Books books() {
    return books;
  }

  Goal goal() {
    return goal;
  }

  Tally tally(boolean fan) {
    return fan ? fans : others;
  }

  /** What one user after the other does in one place of the line, until the day is over. */
  void serve(Caller client) {
    try {
      while (!goal.isOver()) {
        if (goal.begin()) {
          visit(client, line.getAndIncrement());
        } else {
          LockSupport.parkNanos(MOMENT); // The last of them are at it, and may go away without.
        }
      }
    } catch (RuntimeException e) {
      books.trouble().report(e);
    }
  }

  /** Who comes follows from the seed, the day and the place in the line. */
  private void visit(Caller client, long arrival) {
    boolean fan = day.isFan(arrival);
    long who = ((long) day.number() << DAY_BITS) + arrival;
    SplittableRandom random = new SplittableRandom(scenario.seed() ^ who).split();
    String user = "u" + day.number() + "-" + arrival;
    tally(fan).came();
    boolean booked = new DayVisit(this, client, random, user, fan).books();
    tally(fan).left(booked);
    if (booked) {
      goal.booked();
    } else {
      goal.missed();
    }
  }

  /** Somebody found nothing. */
  void nothingLeft(boolean fan) {
    if (fan) {
      soldOut.set(true);
    } else {
      goal.soldOut();
    }
  }

  /** Whether anybody came to the premiere for whom nothing was left. */
  boolean isSoldOut() {
    return soldOut.get();
  }
}
