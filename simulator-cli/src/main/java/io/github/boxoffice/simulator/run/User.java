package io.github.boxoffice.simulator.run;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * One user after the other in one place of the queue: each visit is somebody else's. What a visitor
 * intends follows from the seed, the place and the number of the visit, whatever came before.
 */
final class User implements Runnable {
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

  private final Sale sale;
  private final Pace pace;
  private final String name;
  private final Caller client;
  private final SplittableRandom visitors;

  User(Sale sale, Pace pace, Cast cast, int number, SplittableRandom visitors) {
    this.sale = sale;
    this.pace = pace;
    this.name = cast.name(number);
    this.client = new Caller(sale.stage().office(), sale.books(), cast.client(number));
    this.visitors = visitors;
  }

  @Override
  public void run() {
    try {
      visits();
    } catch (RuntimeException e) {
      sale.books().trouble().report(e);
    } finally {
      sale.pages().idle().enter(); // Whoever has gone has nothing to do.
    }
  }

  private void visits() {
    OptionalLong planned = pace.next();
    for (int visit = 0; planned.isPresent(); visit++) {
      sale.pauseUntil(planned.getAsLong());
      visit(visit, planned.getAsLong());
      planned = pace.next();
    }
  }

  private void visit(int number, long planned) {
    SplittableRandom random = visitors.split();
    while (!sale.goal().begin()) {
      if (sale.goal().isOver()) {
        return;
      }
      sale.pause(MOMENT);
    }
    Visit visit = new Visit(sale, client, random, name + "-" + number);
    if (visit.books(planned, pace.countsFromPlan())) {
      sale.goal().booked();
    } else {
      sale.goal().missed();
    }
  }
}
