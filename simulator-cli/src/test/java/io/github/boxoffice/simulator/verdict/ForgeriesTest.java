package io.github.boxoffice.simulator.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Verb;
import io.github.boxoffice.store.SeatState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Correct runs, falsified in one place each: every time that is possible, it is found out. */
class ForgeriesTest {
  private static final int SEEDS = 150;
  private static final List<List<Event>> RUNS =
      IntStream.range(0, SEEDS).mapToObj(seed -> RandomRun.of(seed).events()).toList();

  static Stream<Arguments> forgeries() {
    return Stream.of(
        row(Invariant.PAID_WITHOUT_SEAT, "drop a refund", ForgeriesTest::dropRefund),
        row(Invariant.PAID_WITHOUT_SEAT, "drop a confirm", ForgeriesTest::dropConfirm),
        row(Invariant.REFUNDED_TWICE, "refund twice", ForgeriesTest::refundTwice),
        row(Invariant.WRONG_REFUND, "refund one cent less", ForgeriesTest::refundLess),
        row(Invariant.WRONG_REFUND, "give too much for a cancellation", ForgeriesTest::cancelMore),
        row(Invariant.REFUNDED_BOOKING, "refund a booking", ForgeriesTest::refundBooking),
        row(Invariant.REFUND_WITHOUT_CAPTURE, "refund a decline", ForgeriesTest::refundDecline),
        row(Invariant.BOOKING_WITHOUT_CAPTURE, "decline a booking", ForgeriesTest::declineBooking),
        row(Invariant.DOUBLE_BOOKING, "book a booked seat", ForgeriesTest::bookTwice),
        row(Invariant.DOUBLE_BOOKING, "hold a held seat", ForgeriesTest::holdTwice),
        row(Invariant.DOUBLE_BOOKING, "hold a booked seat", ForgeriesTest::holdBooked),
        row(Invariant.PARTIAL_HOLD, "hold one seat less", ForgeriesTest::holdLess),
        row(Invariant.PARTIAL_BOOKING, "book one seat less", ForgeriesTest::bookLess),
        row(Invariant.LOST_BOOKING, "free a booked seat", ForgeriesTest::freeBooked),
        row(Invariant.FOREIGN_BOOKING, "book a free seat", ForgeriesTest::bookFree),
        row(Invariant.FOREIGN_BOOKING, "keep a cancelled booking", ForgeriesTest::keepCancelled),
        row(Invariant.ENDED_TWICE, "release a booked hold", ForgeriesTest::releaseBooked),
        row(Invariant.OUTLIVED_HOLD, "keep a released hold", ForgeriesTest::keepReleased),
        row(Invariant.STUCK_SEAT, "refuse a fresh client", ForgeriesTest::refuseFresh));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("forgeries")
  void forgery_isFoundOut(
      Invariant invariant, String name, Function<Forgery, Optional<Event>> forge) {
    int forged = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Forgery forgery = new Forgery(RUNS.get(seed));
      if (forge.apply(forgery).isPresent()) {
        forged++;
        Verdict verdict = Judge.judge(forgery.forged(), null, RandomRun.scenario(true));
        assertThat(verdict.violations())
            .as("seed %s", seed)
            .extracting(Violation::invariant)
            .contains(invariant);
      }
    }
    assertThat(forged).as("runs that could be falsified so").isGreaterThan(SEEDS / 30);
  }

  private static Optional<Event> dropRefund(Forgery f) {
    return refund(f)
        .map(
            told -> {
              f.drop(told);
              return told;
            });
  }

  /** A refund of a payment that nothing else was told of. */
  private static Optional<Event> refund(Forgery f) {
    return f.events().stream()
        .filter(e -> e.type() == Event.Type.INVOKE && e.value() instanceof Value.RefundAsked)
        .map(e -> f.completion(e))
        .flatMap(Optional::stream)
        .filter(e -> e.type() == Event.Type.OK)
        .filter(e -> f.isSettledOnce(((Value.RefundAsked) f.asked(e)).payment()))
        .findFirst();
  }

  private static Optional<Event> dropConfirm(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(
        e -> {
          f.drop(e);
          ((Value.ConfirmTold) e.value())
              .claim()
              .seats()
              .forEach(seat -> f.show(seat, SeatState.FREE, ""));
        });
    return told;
  }

  /** A booking that stands, made by the first try to confirm. */
  private static Optional<Event> booking(Forgery f) {
    return f.told(Value.ConfirmTold.class, f::stands).filter(e -> f.isSettledOnce(f.paymentOf(e)));
  }

  private static Optional<Event> refundTwice(Forgery f) {
    Optional<Event> told = refund(f);
    told.ifPresent(e -> f.repeat(e));
    return told;
  }

  private static Optional<Event> refundLess(Forgery f) {
    Optional<Event> told = refund(f);
    told.ifPresent(
        e -> {
          var asked = (Value.RefundAsked) f.asked(e);
          f.ask(e, new Value.RefundAsked(asked.payment(), asked.amount() - 1));
        });
    return told;
  }

  private static Optional<Event> cancelMore(Forgery f) {
    Optional<Event> told = f.told(Value.CancelTold.class, cancelled -> true);
    told.ifPresent(
        e -> f.say(e, new Value.CancelTold(((Value.CancelTold) e.value()).amount() + 1)));
    return told;
  }

  private static Optional<Event> refundBooking(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(
        e -> {
          var amount = ((Value.ConfirmTold) e.value()).amount();
          var asked = new Value.RefundAsked(f.paymentOf(e), amount);
          f.add(e, Verb.REFUND, asked, Value.Nothing.TO_SAY);
        });
    return told;
  }

  private static Optional<Event> refundDecline(Forgery f) {
    Optional<Event> told =
        f.events().stream()
            .filter(e -> e.type() == Event.Type.FAIL && e.f() == Verb.PAY)
            .filter(e -> ((Value.Refused) e.value()).reason().endsWith("DECLINED"))
            .findFirst();
    told.ifPresent(
        e -> {
          var pay = (Value.PayAsked) f.asked(e);
          var asked = new Value.RefundAsked(pay.payment(), pay.amount());
          f.add(e, Verb.REFUND, asked, Value.Nothing.TO_SAY);
        });
    return told;
  }

  private static Optional<Event> declineBooking(Forgery f) {
    Optional<Event> told =
        f.told(Value.PayTold.class, paid -> true)
            .filter(e -> f.isBooked(((Value.PayAsked) f.asked(e)).payment()));
    told.ifPresent(e -> f.say(e, Event.Type.FAIL, new Value.Refused("DECLINED", List.of())));
    return told;
  }

  private static Optional<Event> bookTwice(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(
        e -> {
          var claim = ((Value.ConfirmTold) e.value()).claim();
          var booked = new Value.ConfirmTold("forged", claim, -1);
          f.add(e, Verb.CONFIRM, new Value.ConfirmAsked("forged", "forged"), booked);
        });
    return told;
  }

  private static Optional<Event> holdTwice(Forgery f) {
    Optional<Event> told = f.told(Value.HoldTold.class, hold -> f.isFirst(hold));
    told.ifPresent(e -> hold(f, e, ((Value.HoldTold) e.value()).claim()));
    return told;
  }

  private static Optional<Event> holdBooked(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(e -> hold(f, e, ((Value.ConfirmTold) e.value()).claim()));
    return told;
  }

  private static void hold(Forgery f, Event after, Claim claim) {
    var mine = new Claim(claim.show(), claim.seats(), "forger");
    f.add(after, Verb.HOLD, new Value.HoldAsked(mine, 500), new Value.HoldTold("forged", mine));
  }

  private static Optional<Event> holdLess(Forgery f) {
    Optional<Event> told = f.told(Value.HoldTold.class, hold -> hold.claim().seats().size() > 1);
    told.ifPresent(
        e -> {
          var hold = (Value.HoldTold) e.value();
          f.say(e, new Value.HoldTold(hold.hold(), Forgery.less(hold.claim())));
        });
    return told;
  }

  private static Optional<Event> bookLess(Forgery f) {
    Optional<Event> told =
        f.told(Value.ConfirmTold.class, b -> b.claim().seats().size() > 1 && f.isHeld(b));
    told.ifPresent(
        e -> {
          var booked = (Value.ConfirmTold) e.value();
          var less = Forgery.less(booked.claim());
          f.say(e, new Value.ConfirmTold(booked.booking(), less, booked.amount()));
        });
    return told;
  }

  private static Optional<Event> freeBooked(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(
        e -> f.show(((Value.ConfirmTold) e.value()).claim().seats().get(0), SeatState.FREE, ""));
    return told;
  }

  private static Optional<Event> bookFree(Forgery f) {
    return f.lastRow(row -> row.state() != SeatState.BOOKED && f.isNeverUnheard(row.seat()))
        .map(
            row -> {
              f.show(row.seat(), SeatState.BOOKED, "forged");
              return f.last();
            });
  }

  private static Optional<Event> keepCancelled(Forgery f) {
    Optional<Event> told =
        f.told(Value.ConfirmTold.class, booked -> f.isCancelled(booked.booking()));
    told.ifPresent(
        e -> {
          var booked = (Value.ConfirmTold) e.value();
          f.show(booked.claim().seats().get(0), SeatState.BOOKED, booked.booking());
        });
    return told;
  }

  private static Optional<Event> releaseBooked(Forgery f) {
    Optional<Event> told = booking(f);
    told.ifPresent(
        e -> {
          var hold = ((Value.ConfirmAsked) f.asked(e)).hold();
          f.add(e, Verb.RELEASE, new Value.ReleaseAsked(hold), Value.Nothing.TO_SAY);
        });
    return told;
  }

  private static Optional<Event> keepReleased(Forgery f) {
    return f.released()
        .map(
            hold -> {
              f.show(hold.claim().seats().get(0), SeatState.HELD, hold.hold());
              return f.last();
            });
  }

  private static Optional<Event> refuseFresh(Forgery f) {
    return f.fresh()
        .filter(e -> f.isNeverUnheard(((Value.HoldTold) e.value()).claim().seats().get(0)))
        .map(
            e -> {
              var held = (Value.HoldTold) e.value();
              String seat = held.claim().seats().get(0);
              f.say(e, Event.Type.FAIL, new Value.Refused("SEATS_HELD", List.of(seat)));
              f.show(seat, SeatState.FREE, "");
              return e;
            });
  }

  private static Arguments row(
      Invariant invariant, String name, Function<Forgery, Optional<Event>> forge) {
    return Arguments.of(invariant, name, forge);
  }
}
