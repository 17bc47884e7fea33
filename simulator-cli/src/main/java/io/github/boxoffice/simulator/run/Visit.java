package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.simulator.scenario.Habits;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Somebody comes for seats, and leaves with a booking or without. */
final class Visit {
  private static final PaymentMethod CARD = new PaymentMethod("simulated");
  private static final int CARDS = 2;
  private static final int TRIES = 3;
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
        return keep(done.value(), asked);
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

  private boolean keep(Hold hold, long asked) {
    if (random.nextDouble() < habits.abandonRate()) {
      abandon(hold);
      return false;
    }
    think();
    Optional<Booking> booking = pay(hold).flatMap(payment -> confirm(hold, payment));
    booking.ifPresent(
        made -> {
          sale.books().meter().booking(System.nanoTime() - asked);
          sometimesCancel(made);
        });
    return booking.isPresent();
  }

  private void abandon(Hold hold) {
    if (random.nextBoolean()) {
      think();
      client.release(hold);
    } else {
      sale.books().left(hold);
    }
  }

  /** A declined card may be followed by another, if the seats were kept for it. */
  private Optional<Payment> pay(Hold hold) {
    for (int card = 1; card <= CARDS; card++) {
      boolean again = card < CARDS && random.nextBoolean();
      Outcome<Payment> paid = client.pay(hold, new Order(new PaymentId(id()), CARD, again));
      if (paid instanceof Outcome.Done<Payment> done) {
        return Optional.of(done.value());
      }
      if (!again || !isRefused(paid, Refusal.PAYMENT_DECLINED)) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<Booking> confirm(Hold hold, Payment payment) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      long asked = System.nanoTime();
      Outcome<Booking> confirmed = client.confirm(hold, payment);
      sale.books().meter().confirm(System.nanoTime() - asked);
      if (confirmed instanceof Outcome.Done<Booking> done) {
        return Optional.of(done.value());
      } else if (confirmed instanceof Outcome.Unknown) {
        return Optional.empty(); // Recovery will find out.
      } else if (confirmed instanceof Outcome.Refused<?> refused
          && !refused.reason().isUndecided()) {
        client.refund(payment);
        return Optional.empty();
      }
    }
    return Optional.empty(); // The seats are still kept for the payment: recovery confirms it.
  }

  private void sometimesCancel(Booking booking) {
    if (random.nextDouble() < habits.cancelRate()) {
      think();
      client.cancel(booking);
    }
  }

  private static boolean isRefused(Outcome<?> outcome, Refusal reason) {
    return outcome instanceof Outcome.Refused<?> refused && refused.reason() == reason;
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
