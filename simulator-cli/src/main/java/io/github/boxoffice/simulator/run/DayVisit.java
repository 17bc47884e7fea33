package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.simulator.scenario.Habits;
import java.util.SplittableRandom;
import java.util.UUID;

/** Somebody comes on one day of a week, in compressed time: nobody thinks. */
final class DayVisit {
  /** How often somebody chooses anew whose seats were taken meanwhile. */
  private static final int PERSISTENCE = 20;

  private final DaySale sale;
  private final Caller client;
  private final SplittableRandom random;
  private final String user;
  private final boolean fan;

  /**
   * @param fan whether for the premiere
   */
  DayVisit(DaySale sale, Caller client, SplittableRandom random, String user, boolean fan) {
    this.sale = sale;
    this.client = client;
    this.random = random;
    this.user = user;
    this.fan = fan;
  }

  /** Whether it ends with a booking. */
  boolean books() {
    Habits habits = sale.scenario().habits();
    int count = habits.seats().draw(random);
    for (int i = 0; i < PERSISTENCE; i++) {
      Floor.Choice choice =
          fan ? sale.floor().ofPremiere(random, count) : sale.floor().ofOthers(random, count);
      if (choice.seats().size() < habits.seats().least()) {
        sale.nothingLeft(fan);
        return false;
      }
      long asked = System.nanoTime();
      Outcome<Hold> held = hold(choice, asked);
      if (held instanceof Outcome.Done<Hold> done) {
        return new Checkout(client, sale.books(), habits, random, () -> {})
            .books(done.value(), asked);
      } else if (held instanceof Outcome.Unknown) {
        return false;
      }
    }
    return false;
  }

  private Outcome<Hold> hold(Floor.Choice choice, long asked) {
    HoldId id = new HoldId(new UUID(random.nextLong(), random.nextLong()));
    Outcome<Hold> held =
        client.hold(
            new HoldRequest(
                sale.floor().show(choice),
                user,
                choice.seats(),
                id,
                sale.scenario().habits().holdTtl()));
    long took = System.nanoTime() - asked;
    sale.books().meter().hold(took);
    sale.tally(fan).asked(held, took);
    boolean refused = held instanceof Outcome.Refused;
    sale.floor().greyOut(choice, refused ? ((Outcome.Refused<Hold>) held).seats() : choice.seats());
    return held;
  }
}
