package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.BoxOffice;
import io.github.boxoffice.booking.Booking;
import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.booking.HoldRequest;
import io.github.boxoffice.booking.Payment;
import io.github.boxoffice.model.HoldId;
import io.github.boxoffice.model.HoldPolicy;
import io.github.boxoffice.model.Outcome;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.Seat;
import io.github.boxoffice.model.SeatMap;
import io.github.boxoffice.model.Show;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.Order;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Verb;
import io.github.boxoffice.store.PaymentState;
import io.github.boxoffice.store.SeatState;
import io.github.boxoffice.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A correct run, made up from a seed: one box office that does one thing at a time, on a clock of
 * its own that is a little fast or slow, and clients whose operations overlap, are answered late or
 * never, and take effect before or after their answers, or not at all.
 */
final class RandomRun {
  private static final double DECLINE_RATE = 0.15;
  private static final PaymentMethod CARD = new PaymentMethod("card");

  private final Random random;
  private final Timeline time = new Timeline();
  private final List<Event> events = new ArrayList<>();
  private final MockGateway gateway;
  private final BoxOffice office;
  private final Show show;
  private final int ttl;
  private final double trouble;
  private final List<Outcome<?>> unheard = new ArrayList<>();
  private int ops;
  private int clients;
  private int visits;

  private RandomRun(long seed) {
    random = new Random(seed);
    trouble = random.nextBoolean() ? 0 : 0.08;
    ttl = 200 + random.nextInt(1800);
    double pace = 0.96 + 0.08 * random.nextDouble();
    double lost = trouble / 2;
    gateway =
        new MockGateway(new MockGateway.Behaviour(seed, DECLINE_RATE, lost, lost, Duration.ZERO));
    var store = new MemoryStore(() -> Instant.ofEpochMilli((long) (time.millis() * pace)));
    office = BoxOffice.on(store).gateway(new HastyGateway(gateway)).open();
    Show standard = office.addShow("Hamlet", SeatMap.grid(1, 3 + random.nextInt(8)));
    var longest = Duration.ofMillis(ttl + random.nextInt(ttl));
    var plan = standard.plan();
    show =
        office
            .catalog()
            .add(
                new Show.Plan(
                    plan.movieId(),
                    plan.hallId(),
                    plan.startsAt(),
                    plan.prices(),
                    new HoldPolicy(Duration.ofMillis(ttl), longest, 10)));
  }

  static RandomRun of(long seed) {
    RandomRun run = new RandomRun(seed);
    run.visits = 10 + run.random.nextInt(40);
    int crowd = 2 + run.random.nextInt(6);
    for (int n = 0; n < crowd; n++) {
      run.visitSoon();
    }
    run.time.run();
    run.close();
    run.office.close();
    return run;
  }

  List<Event> events() {
    return events;
  }

  Map<String, GatewayJournal.Entry> journal() {
    Map<String, GatewayJournal.Entry> journal = new HashMap<>();
    for (MockGateway.Entry entry : gateway.journal()) {
      String id = entry.payment().toString();
      Long amount = entry.amount().map(money -> money.minorUnits()).orElse(null);
      journal.put(id, new GatewayJournal.Entry(id, amount, entry.captured(), entry.refunds()));
    }
    return journal;
  }

  static Judge.Scenario scenario(boolean limitKnown) {
    return new Judge.Scenario(
        OptionalDouble.of(DECLINE_RATE),
        limitKnown ? OptionalLong.of(HastyGateway.LIMIT.toMillis()) : OptionalLong.empty());
  }

  private void visitSoon() {
    if (visits-- > 0) {
      time.in(random.nextInt(50), () -> new Visit("p" + clients++).hold());
    }
  }

  private List<String> someSeats() {
    List<String> labels = new ArrayList<>(labels());
    Collections.shuffle(labels, random);
    return labels.subList(0, 1 + random.nextInt(Math.min(3, labels.size())));
  }

  private List<String> labels() {
    return office.seats(show.id()).stream().map(view -> view.seat()).map(Seat::label).toList();
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Mostly a moment, now and then longer than a hold lasts. */
  private int thinking() {
    return chance(0.2) ? random.nextInt(2 * ttl) : random.nextInt(20);
  }

  /** One client, from its first hold to its last word. */
  private final class Visit {
    private final String p;
    private final String user = "u" + random.nextInt(4);
    private List<String> seats = someSeats();

    Visit(String p) {
      this.p = p;
    }

    void hold() {
      HoldRequest wanted = HoldRequest.of(show.id(), user, seats).withId(new HoldId(id()));
      call(
          p,
          Verb.HOLD,
          new Value.HoldAsked(claim(user, seats), ttl),
          () -> office.hold(wanted),
          Value.HoldTold::of,
          done(this::decide));
    }

    private void decide(Hold hold) {
      double what = random.nextDouble();
      if (what < 0.65) {
        charge(hold);
      } else if (what < 0.8) {
        var asked = new Value.ReleaseAsked(hold.id().toString());
        call(p, Verb.RELEASE, asked, () -> office.release(hold), h -> nothing(), o -> visitSoon());
      } else if (what < 0.9) {
        seats = chance(0.5) ? seats : someSeats();
        hold();
      } else {
        visitSoon();
      }
    }

    private void charge(Hold hold) {
      Order order = new Order(new PaymentId(id()), CARD, chance(0.5));
      call(
          p,
          Verb.PAY,
          asked(hold, order.id()),
          () -> office.charge(hold, order),
          payment -> new Value.PayTold(payment.amount().minorUnits()),
          outcome -> {
            if (outcome instanceof Outcome.Done<Payment> paid) {
              confirm(hold, paid.value());
            } else if (outcome instanceof Outcome.Refused && order.keepIfDeclined()) {
              decide(hold);
            } else {
              visitSoon();
            }
          });
    }

    private void confirm(Hold hold, Payment payment) {
      call(
          p,
          Verb.CONFIRM,
          new Value.ConfirmAsked(hold.id().toString(), payment.id().toString()),
          () -> office.confirm(hold, payment),
          Value.ConfirmTold::of,
          outcome -> {
            if (outcome instanceof Outcome.Refused) {
              refund(payment);
            } else if (outcome instanceof Outcome.Done<Booking> booked) {
              enjoy(hold, payment, booked.value());
            } else {
              visitSoon();
            }
          });
    }

    private void enjoy(Hold hold, Payment payment, Booking booking) {
      if (chance(0.1)) {
        confirm(hold, payment);
      } else if (chance(0.4)) {
        call(
            p,
            Verb.CANCEL,
            new Value.CancelAsked(booking.id().toString()),
            () -> office.cancel(booking),
            money -> new Value.CancelTold(money.minorUnits()),
            outcome -> visitSoon());
      } else {
        visitSoon();
      }
    }

    private void refund(Payment payment) {
      call(
          p,
          Verb.REFUND,
          new Value.RefundAsked(payment.id().toString(), payment.amount().minorUnits()),
          () -> office.refund(payment.id()),
          money -> nothing(),
          outcome -> visitSoon());
    }

    private <X> Consumer<Outcome<X>> done(Consumer<X> then) {
      return outcome -> {
        if (outcome instanceof Outcome.Done<X> done) {
          then.accept(done.value());
        } else {
          visitSoon();
        }
      };
    }
  }

  private <X> void call(
      String p,
      Verb f,
      Value asked,
      Supplier<Outcome<X>> effect,
      Function<X, Value> told,
      Consumer<Outcome<X>> then) {
    String op = "o" + ops++;
    record(p, Event.Type.INVOKE, f, op, asked);
    if (chance(trouble)) {
      lose(() -> record(p, Event.Type.INFO, f, op, new Value.Refused("?", List.of())), effect);
      return;
    }
    time.in(
        random.nextInt(25),
        () -> {
          Outcome<X> outcome = effect.get();
          time.in(
              random.nextInt(25),
              () -> {
                answer(p, f, op, outcome, told);
                time.in(thinking(), () -> then.accept(outcome));
              });
        });
    if (chance(0.03)) {
      time.in(random.nextInt(100), this::recover);
    }
  }

  /**
   * It takes effect some time or never, and its client hears of it that it is unknown, or nothing.
   */
  private <X> void lose(Runnable info, Supplier<Outcome<X>> effect) {
    if (chance(0.7)) {
      time.in(random.nextInt(60), () -> unheard.add(effect.get()));
    }
    if (chance(0.7)) {
      time.in(random.nextInt(40), info);
    }
    visitSoon();
  }

  private <X> void answer(
      String p, Verb f, String op, Outcome<X> outcome, Function<X, Value> told) {
    if (outcome instanceof Outcome.Done<X> done) {
      record(p, Event.Type.OK, f, op, told.apply(done.value()));
    } else if (outcome instanceof Outcome.Refused<X> refused) {
      String reason = refused.reason().name();
      record(p, Event.Type.FAIL, f, op, new Value.Refused(reason, refused.seats()));
    } else {
      record(p, Event.Type.INFO, f, op, new Value.Refused("?", List.of()));
    }
  }

  private void record(String p, Event.Type type, Verb f, String op, Value value) {
    events.add(new Event(events.size(), time.nanos(), p, type, f, op, value));
  }

  private void recover() {
    office.recover(Duration.ZERO, 1000).forEach(this::settled);
  }

  private void settled(Recovery.Settled one) {
    String payment = one.payment().toString();
    if (one.booking().isPresent()) {
      var booking = Value.ConfirmTold.of(one.booking().get());
      var asked = new Value.ConfirmAsked(holdOf(payment), payment);
      atOnce(Verb.CONFIRM, asked, Event.Type.OK, booking);
    } else if (one.result() == PaymentState.REFUNDED) {
      var asked = new Value.RefundAsked(payment, one.amount().minorUnits());
      atOnce(Verb.REFUND, asked, Event.Type.OK, nothing());
    } else if (one.result() == PaymentState.DECLINED) {
      var asked = new Value.PayAsked(holdOf(payment), payment, one.amount().minorUnits(), "EUR");
      atOnce(Verb.PAY, asked, Event.Type.FAIL, new Value.Refused("DECLINED", List.of()));
    }
  }

  private void atOnce(Verb f, Value asked, Event.Type type, Value told) {
    String op = "o" + ops++;
    record("recovery", Event.Type.INVOKE, f, op, asked);
    record("recovery", type, f, op, told);
  }

  private String holdOf(String payment) {
    return events.stream()
        .map(Event::value)
        .filter(v -> v instanceof Value.PayAsked pay && pay.payment().equals(payment))
        .map(v -> ((Value.PayAsked) v).hold())
        .findFirst()
        .orElseThrow();
  }

  private void close() {
    recover();
    time.pass(60_000);
    for (var view : office.seats(show.id())) {
      if (view.state() != SeatState.BOOKED) {
        String p = "fresh-" + ops;
        List<String> seat = List.of(view.seat().label());
        String op = "o" + ops++;
        record(p, Event.Type.INVOKE, Verb.HOLD, op, new Value.HoldAsked(claim(p, seat), ttl));
        Outcome<Hold> held = office.hold(HoldRequest.of(show.id(), p, seat));
        answer(p, Verb.HOLD, op, held, Value.HoldTold::of);
      }
    }
    String id = show.id().toString();
    String op = "o" + ops++;
    record("fresh", Event.Type.INVOKE, Verb.SEAT, op, new Value.SeatsAsked(id));
    record("fresh", Event.Type.OK, Verb.SEAT, op, Value.SeatsTold.of(id, office.seats(show.id())));
  }

  private Claim claim(String user, List<String> seats) {
    return new Claim(show.id().toString(), seats, user);
  }

  private static Value.PayAsked asked(Hold hold, PaymentId payment) {
    return new Value.PayAsked(
        hold.id().toString(), payment.toString(), hold.price().minorUnits(), "EUR");
  }

  private static Value nothing() {
    return Value.Nothing.TO_SAY;
  }
}
