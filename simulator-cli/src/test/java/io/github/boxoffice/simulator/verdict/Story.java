package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.simulator.history.Verb;
import io.github.boxoffice.store.SeatState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A history told by hand. Each call is an operation that takes a moment, ten milliseconds after the
 * last; {@link #begin} and {@link #end} tell of operations that overlap.
 */
final class Story {
  static final long TTL = 10_000;
  private static final long MOMENT = 10_000_000;

  private final List<Event> events = new ArrayList<>();
  private final Map<String, Verb> verbs = new HashMap<>();
  private final Map<String, String> clients = new HashMap<>();
  private Map<String, GatewayJournal.Entry> journal;
  private OptionalDouble failureRate = OptionalDouble.empty();
  private OptionalLong paymentMillis = OptionalLong.of(1000);
  private long time;
  private int ops;

  /** Enough of a run for a verdict: bob wants alice's seat Z-1, and she has booked it. */
  static Story ofRivals() {
    return new Story()
        .hold("alice", "hz", "Z-1")
        .refused("bob", "Z-1")
        .pay("alice", "hz", "pz")
        .confirm("alice", "hz", "pz", "hz", "Z-1");
  }

  Story hold(String user, String hold, String... seats) {
    return ok(user, Verb.HOLD, asked(user, seats), new Value.HoldTold(hold, claim(user, seats)));
  }

  Story refused(String user, String... seats) {
    return fail(user, Verb.HOLD, asked(user, seats), "SEATS_HELD", seats);
  }

  Story pay(String user, String hold, String payment) {
    return ok(user, Verb.PAY, charge(hold, payment), new Value.PayTold(100));
  }

  Story declined(String user, String hold, String payment) {
    return fail(user, Verb.PAY, charge(hold, payment), "DECLINED");
  }

  Story confirm(String user, String hold, String payment, String booking, String... seats) {
    return ok(
        user,
        Verb.CONFIRM,
        new Value.ConfirmAsked(hold, payment),
        new Value.ConfirmTold(booking, claim(user, seats), 100));
  }

  /** Hold, pay and confirm. */
  Story buy(String user, String hold, String... seats) {
    return hold(user, hold, seats)
        .pay(user, hold, "p" + hold)
        .confirm(user, hold, "p" + hold, hold, seats);
  }

  Story release(String user, String hold) {
    return ok(user, Verb.RELEASE, new Value.ReleaseAsked(hold), Value.Nothing.TO_SAY);
  }

  Story cancel(String user, String booking, long amount) {
    return ok(user, Verb.CANCEL, new Value.CancelAsked(booking), new Value.CancelTold(amount));
  }

  Story refund(String user, String payment, long amount) {
    return ok(user, Verb.REFUND, new Value.RefundAsked(payment, amount), Value.Nothing.TO_SAY);
  }

  Story unknown(String user, Verb f, Value asked) {
    String op = begin(user, f, asked);
    return add(op, Event.Type.INFO, new Value.Refused("?", List.of()));
  }

  Story later(long millis) {
    time += millis * 1_000_000;
    return this;
  }

  Story fail(String user, Verb f, Value asked, String reason, String... seats) {
    String op = begin(user, f, asked);
    return add(op, Event.Type.FAIL, new Value.Refused(reason, List.of(seats)));
  }

  Story ok(String user, Verb f, Value asked, Value told) {
    return end(begin(user, f, asked), told);
  }

  /** The operation's id, for its end. */
  String begin(String user, Verb f, Value asked) {
    String op = "o" + ops++;
    verbs.put(op, f);
    clients.put(op, user);
    add(op, Event.Type.INVOKE, asked);
    return op;
  }

  Story end(String op, Value told) {
    return add(op, Event.Type.OK, told);
  }

  Story add(String op, Event.Type type, Value value) {
    time += MOMENT;
    events.add(new Event(events.size(), time, clients.get(op), type, verbs.get(op), op, value));
    return this;
  }

  /** The closing: waits, holds what is said to be free, and reads all. Z-1 is alice's. */
  Story close(String... rows) {
    later(30 * TTL);
    for (String row : rows) {
      if (row.endsWith(" FREE")) {
        String seat = row.substring(0, row.indexOf(' '));
        hold("fresh-" + seat, "f-" + seat, seat);
      }
    }
    return read(rows);
  }

  /** Rows like {@code A-1 BOOKED h1} or {@code A-1 FREE}. */
  Story read(String... rows) {
    List<SeatTold> told =
        Stream.concat(Stream.of("Z-1 BOOKED hz"), Stream.of(rows)).map(Story::row).toList();
    return ok("fresh-0", Verb.SEAT, new Value.SeatsAsked("1"), new Value.SeatsTold("1", told));
  }

  private static SeatTold row(String text) {
    String[] words = text.split(" ", -1);
    SeatState state = SeatState.valueOf(words[1]);
    return new SeatTold(
        words[0],
        state,
        state == SeatState.HELD ? words[2] : null,
        state == SeatState.BOOKED && words.length > 2 ? words[2] : null);
  }

  Story journal(GatewayJournal.Entry... entries) {
    journal = new HashMap<>();
    journal.put("pz", new GatewayJournal.Entry("pz", 100L, true, 0));
    for (GatewayJournal.Entry entry : entries) {
      journal.put(entry.payment(), entry);
    }
    return this;
  }

  Story failureRate(double rate) {
    failureRate = OptionalDouble.of(rate);
    return this;
  }

  Story paymentLimitUnknown() {
    paymentMillis = OptionalLong.empty();
    return this;
  }

  List<Event> events() {
    return events;
  }

  Verdict judged() {
    return Judge.judge(events, journal, new Judge.Scenario(failureRate, paymentMillis));
  }

  /** Bob pays, and never hears what became of it. */
  Story unheardPay() {
    return hold("bob", "h1", "A-1").unknown("bob", Verb.PAY, charge("h1", "ph1"));
  }

  /** Payments declined, and payments captured and given back. */
  Story pays(int declined, int captured) {
    hold("bob", "h1", "A-1");
    for (int n = 0; n < declined; n++) {
      declined("bob", "h1", "d" + n);
    }
    for (int n = 0; n < captured; n++) {
      pay("bob", "h1", "c" + n).refund("bob", "c" + n, 100);
    }
    return this;
  }

  static Value.HoldAsked asked(String user, String... seats) {
    return new Value.HoldAsked(claim(user, seats), TTL);
  }

  static Value.PayAsked charge(String hold, String payment) {
    return new Value.PayAsked(hold, payment, 100, "EUR");
  }

  static Claim claim(String user, String... seats) {
    return new Claim("1", List.of(seats), user);
  }
}
