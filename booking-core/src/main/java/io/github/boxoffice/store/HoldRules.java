package io.github.boxoffice.store;

import static io.github.boxoffice.model.Refusal.BOOKING_CANCELLED;
import static io.github.boxoffice.model.Refusal.EXTENSION_LIMIT;
import static io.github.boxoffice.model.Refusal.HOLD_CONFIRMED;
import static io.github.boxoffice.model.Refusal.HOLD_EXPIRED;
import static io.github.boxoffice.model.Refusal.HOLD_RELEASED;
import static io.github.boxoffice.model.Refusal.ID_REUSED;
import static io.github.boxoffice.model.Refusal.NOT_BOOKED;
import static io.github.boxoffice.model.Refusal.NO_SUCH_HOLD;
import static io.github.boxoffice.model.Refusal.PAYMENT_IN_PROGRESS;
import static io.github.boxoffice.model.Refusal.PAYMENT_UNUSABLE;

import io.github.boxoffice.model.Refusal;
import io.github.boxoffice.store.ChangeResult.Applied;
import io.github.boxoffice.store.ChangeResult.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a hold, in one place for every store: HELD ends once, as CONFIRMED, RELEASED
 * or EXPIRED, and CONFIRMED may become CANCELLED. Pure functions of what is known and what time it
 * is.
 */
public final class HoldRules {
  private HoldRules() {}

  /** What a change makes of a hold. */
  public sealed interface Step {
    /** The hold becomes {@code next}. */
    record Become(HoldRecord next) implements Step {}

    /** There is nothing to write, and this is the answer. */
    record Answer(ChangeResult result) implements Step {}
  }

  /**
   * What this change makes of an existing hold.
   *
   * @param current what is known of the hold with the change's id; null if nothing is
   * @param change what is wanted; any but a first {@link SeatChange.Hold}
   * @param now the store's time in milliseconds since the epoch
   */
  public static Step decide(@Nullable HoldRecord current, SeatChange change, long now) {
    if (current == null) {
      return refuse(NO_SUCH_HOLD);
    }
    if (!current.claim().equals(change.claim())) {
      return refuse(ID_REUSED);
    }
    if (change instanceof SeatChange.Confirm confirm) {
      return confirm(current, confirm);
    } else if (change instanceof SeatChange.Pay pay) {
      return pay(current, pay, now);
    } else if (change instanceof SeatChange.Decline decline) {
      return decline(current, decline);
    } else if (change instanceof SeatChange.Extend extend) {
      return extend(current, extend, now);
    } else if (change instanceof SeatChange.Release) {
      return release(current, now);
    } else if (change instanceof SeatChange.Expire) {
      return expire(current, now);
    } else if (change instanceof SeatChange.Cancel) {
      return cancel(current);
    }
    return repeat(current, now);
  }

  private static Step repeat(HoldRecord current, long now) {
    return isLive(current, now) ? answer(current) : refuse(ended(current));
  }

  private static Step confirm(HoldRecord current, SeatChange.Confirm change) {
    HoldPayment known = current.payment();
    return switch (current.state()) {
      case HELD ->
          known == null || known.equals(change.payment())
              ? become(current.in(HoldState.CONFIRMED, change.payment()))
              : refuse(PAYMENT_IN_PROGRESS);
      case CONFIRMED -> change.payment().equals(known) ? answer(current) : refuse(HOLD_CONFIRMED);
      case RELEASED -> refuse(HOLD_RELEASED);
      case EXPIRED -> refuse(HOLD_EXPIRED);
      case CANCELLED -> refuse(BOOKING_CANCELLED);
    };
  }

  private static Step pay(HoldRecord current, SeatChange.Pay change, long now) {
    if (!isLive(current, now)) {
      return refuse(ended(current));
    }
    HoldPayment known = current.payment();
    if (known != null) {
      return known.equals(change.payment()) ? answer(current) : refuse(PAYMENT_IN_PROGRESS);
    }
    Term term = current.term();
    long covered = Math.max(term.until(), now + change.limit().toMillis());
    Term longer = term.extendedForPayment() ? term : new Term(term.since(), covered, true);
    return become(current.lasting(longer).in(HoldState.HELD, change.payment()));
  }

  private static Step decline(HoldRecord current, SeatChange.Decline change) {
    HoldPayment known = current.payment();
    if (known == null || !known.id().equals(change.payment())) {
      return answer(current);
    }
    if (current.state() != HoldState.HELD) {
      return current.state().isOver() ? answer(current) : refuse(PAYMENT_UNUSABLE);
    }
    return become(current.in(change.release() ? HoldState.RELEASED : HoldState.HELD, null));
  }

  private static Step extend(HoldRecord current, SeatChange.Extend change, long now) {
    if (!isLive(current, now)) {
      return refuse(ended(current));
    }
    Term term = current.term();
    long until = until(term.since(), change.terms(), now);
    return until > term.until()
        ? become(current.lasting(new Term(term.since(), until, term.extendedForPayment())))
        : refuse(EXTENSION_LIMIT);
  }

  private static Step release(HoldRecord current, long now) {
    if (current.state() == HoldState.RELEASED) {
      return answer(current);
    }
    if (!isLive(current, now)) {
      return refuse(ended(current));
    }
    return current.payment() == null
        ? become(current.in(HoldState.RELEASED))
        : refuse(PAYMENT_IN_PROGRESS);
  }

  private static Step expire(HoldRecord current, long now) {
    if (current.state() == HoldState.EXPIRED) {
      return answer(current);
    }
    if (current.state() == HoldState.HELD) {
      return current.hasLapsed(now)
          ? become(current.in(HoldState.EXPIRED))
          : refuse(Refusal.SEATS_HELD);
    }
    return refuse(ended(current));
  }

  private static Step cancel(HoldRecord current) {
    return switch (current.state()) {
      case CONFIRMED -> become(current.in(HoldState.CANCELLED));
      case CANCELLED -> answer(current);
      default -> refuse(NOT_BOOKED);
    };
  }

  /**
   * Why a wanted seat cannot be taken from the hold that has it.
   *
   * @return empty if it can: the hold is over, its time ran out, or it is the same user's and no
   *     payment for it is on its way
   */
  public static Optional<Refusal> blocks(HoldRecord owner, SeatChange.Hold wanted, long now) {
    if (!owner.keepsSeats(now)) {
      return Optional.empty();
    }
    if (owner.state() == HoldState.CONFIRMED) {
      return Optional.of(Refusal.SEATS_BOOKED);
    }
    boolean own = owner.claim().user().equals(wanted.claim().user()) && owner.payment() == null;
    return own ? Optional.empty() : Optional.of(Refusal.SEATS_HELD);
  }

  /** How a hold ends whose seat another hold takes, {@link #blocks} permitting. */
  public static HoldRecord displaced(HoldRecord owner, long now) {
    return owner.in(owner.hasLapsed(now) ? HoldState.EXPIRED : HoldState.RELEASED);
  }

  /**
   * The time of a new hold. If it is over at once, the user's claim has lasted as long as it may,
   * and the store refuses it with {@link Refusal#EXTENSION_LIMIT}.
   *
   * @param since when the user's claim on any of these seats began; {@code now} for a fresh one
   */
  public static Term term(long since, SeatChange.HoldTerms terms, long now) {
    return new Term(since, until(since, terms, now), false);
  }

  /** How many milliseconds a hold lasts whose user had a claim on none of its seats before. */
  public static long freshMillis(SeatChange.HoldTerms terms) {
    return until(0, terms, 0);
  }

  private static long until(long since, SeatChange.HoldTerms terms, long now) {
    return Math.min(now + terms.ttl().toMillis(), since + terms.longest().toMillis());
  }

  /** The answer for a hold that stands like this. */
  public static Applied applied(HoldRecord hold) {
    return new Applied(hold.state(), hold.state() == HoldState.HELD ? hold.term().until() : 0);
  }

  private static boolean isLive(HoldRecord hold, long now) {
    return hold.state() == HoldState.HELD && !hold.term().isOver(now);
  }

  private static Refusal ended(HoldRecord hold) {
    return switch (hold.state()) {
      case CONFIRMED -> HOLD_CONFIRMED;
      case RELEASED -> HOLD_RELEASED;
      case CANCELLED -> BOOKING_CANCELLED;
      case HELD, EXPIRED -> HOLD_EXPIRED;
    };
  }

  private static Step become(HoldRecord next) {
    return new Step.Become(next);
  }

  private static Step answer(HoldRecord hold) {
    return new Step.Answer(applied(hold));
  }

  private static Step refuse(Refusal reason) {
    return new Step.Answer(Refused.because(reason));
  }
}
