package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.simulator.scenario.Habits;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Somebody comes for seats, and leaves with a booking or without. */
final class Visit {
  private static final int LONGEST_THOUGHT = 5;

  private final Sale sale;
  private final Caller client;
  private final SplittableRandom random;
  private final String user;
  private final Habits habits;

  Visit(Sale sale, Caller client, SplittableRandom random, String user) {
    this.sale = sale;
    this.client = client;
    this.random = random;
    this.user = user;
    this.habits = sale.scenario().habits();
  }

  /**
   * Whether it ends with a booking, also if that is cancelled later.
   *
   * @param planned when it was to begin
   * @param fromPlan whether latency counts from then
   */
  boolean books(long planned, boolean fromPlan) {
    int count = habits.seats().draw(random);
    SeatWish wish = new SeatWish(sale, random, count);
    long from = planned;
    boolean plan = fromPlan;
    while (!sale.goal().isOver()) {
      Optional<SeatWish.Choice> choice = wish.choose();
      if (choice.isEmpty()) {
        return false;
      }
      boolean late = plan && !choice.get().waited();
      long due = (late ? from : System.nanoTime()) + thought();
      sale.pauseUntil(due);
      long asked = late ? due : System.nanoTime();
      Outcome<Hold> held = hold(choice.get(), asked);
      if (held instanceof Outcome.Done<Hold> done) {
        return new Checkout(client, sale.books(), habits, random, this::think)
            .books(done.value(), asked);
      } else if (held instanceof Outcome.Unknown) {
        return false;
      }
      plan = false;
    }
    return false;
  }

  private Outcome<Hold> hold(SeatWish.Choice choice, long asked) {
    HoldRequest request =
        new HoldRequest(
            choice.board().show(), user, choice.seats(), new HoldId(id()), habits.holdTtl());
    Outcome<Hold> held = client.hold(request);
    sale.books().meter().hold(System.nanoTime() - asked);
    if (held.isDone()) {
      choice.board().greyOut(choice.seats());
    } else if (held instanceof Outcome.Refused<Hold> refused) {
      choice.board().greyOut(refused.seats());
    }
    return held;
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private void think() {
    sale.pause(thought());
  }

  private long thought() {
    double mean = habits.thinkTime().toNanos();
    return (long) Math.min(LONGEST_THOUGHT * mean, -mean * Math.log1p(-random.nextDouble()));
  }
}
