package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.simulator.scenario.Habits;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What somebody does who has got seats: pays for them as a rule, sometimes thinks better of it. */
final class Checkout {
  private static final PaymentMethod CARD = new PaymentMethod("simulated");
  private static final int CARDS = 2;
  private static final int TRIES = 3;

  private final Caller client;
  private final Books books;
  private final Habits habits;
  private final SplittableRandom random;
  private final Runnable think;

  /**
   * @param think takes the time that somebody thinks before a step
   */
  Checkout(Caller client, Books books, Habits habits, SplittableRandom random, Runnable think) {
    this.client = client;
    this.books = books;
    this.habits = habits;
    this.random = random;
    this.think = think;
  }

  /**
   * Whether it ends with a booking, also if that is cancelled later.
   *
   * @param asked when the seats were asked for, by {@link System#nanoTime}
   */
  boolean books(Hold hold, long asked) {
    if (random.nextDouble() < habits.abandonRate()) {
      abandon(hold);
      return false;
    }
    think.run();
    Optional<Booking> booking = pay(hold).flatMap(payment -> confirm(hold, payment));
    booking.ifPresent(
        made -> {
          books.meter().booking(System.nanoTime() - asked);
          sometimesCancel(made);
        });
    return booking.isPresent();
  }

  private void abandon(Hold hold) {
    if (random.nextBoolean()) {
      think.run();
      client.release(hold);
    } else {
      books.left(hold);
    }
  }

  /** A declined card may be followed by another, if the seats were kept for it. */
  private Optional<Payment> pay(Hold hold) {
    for (int card = 1; card <= CARDS; card++) {
      boolean again = card < CARDS && random.nextBoolean();
      PaymentId id = new PaymentId(new UUID(random.nextLong(), random.nextLong()));
      Outcome<Payment> paid = client.pay(hold, new Order(id, CARD, again));
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
      books.meter().confirm(System.nanoTime() - asked);
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
      think.run();
      client.cancel(booking);
    }
  }

  private static boolean isRefused(Outcome<?> outcome, Refusal reason) {
    return outcome instanceof Outcome.Refused<?> refused && refused.reason() == reason;
  }
}
