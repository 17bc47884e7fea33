package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Value.SeatTold;
import io.github.boxoffice.simulator.history.Verb;
import io.github.boxoffice.store.SeatState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A correct history that is to be falsified: what is in it, and ways to change that. */
final class Forgery {
  private final List<Event> events;
  private int ops;

  Forgery(List<Event> events) {
    this.events = new ArrayList<>(events);
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  /** The events, numbered anew. */
  List<Event> forged() {
    List<Event> numbered = new ArrayList<>();
    for (Event e : events) {
      numbered.add(new Event(numbered.size(), e.t(), e.p(), e.type(), e.f(), e.op(), e.value()));
    }
    return numbered;
  }

  /** The first answer of this kind that is of use, and that belongs to a user or to recovery. */
  <T extends Value> Optional<Event> told(Class<T> kind, Predicate<T> useful) {
    return events.stream()
        .filter(e -> e.type() == Event.Type.OK && kind.isInstance(e.value()))
        .filter(e -> !e.p().startsWith("fresh") || kind == Value.SeatsTold.class)
        .filter(e -> useful.test(kind.cast(e.value())))
        .findFirst();
  }

  Value asked(Event told) {
    return events.stream()
        .filter(e -> e.type() == Event.Type.INVOKE && e.op().equals(told.op()))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Whether nothing of this kind was ever asked, whatever was answered. */
  <T extends Value> boolean never(Class<T> kind, Predicate<T> asked) {
    return events.stream()
        .map(Event::value)
        .filter(kind::isInstance)
        .noneMatch(value -> asked.test(kind.cast(value)));
  }

  boolean stands(Value.ConfirmTold booking) {
    return never(Value.CancelAsked.class, c -> c.booking().equals(booking.booking()));
  }

  String paymentOf(Event confirmed) {
    return ((Value.ConfirmAsked) asked(confirmed)).payment();
  }

  /** How the operation that this event began was completed. */
  Optional<Event> completion(Event invoke) {
    return events.stream()
        .filter(e -> e.type() != Event.Type.INVOKE && e.op().equals(invoke.op()))
        .findFirst();
  }

  /** Whether its payment was told to be captured, and then one thing only was tried with it. */
  boolean isSettledOnce(String payment) {
    List<String> cancelled = new ArrayList<>();
    List<Value> about = new ArrayList<>();
    for (Event e : events) {
      boolean refund = e.value() instanceof Value.RefundAsked r && r.payment().equals(payment);
      boolean confirm = e.value() instanceof Value.ConfirmAsked c && c.payment().equals(payment);
      boolean failed = completion(e).map(end -> end.type() == Event.Type.FAIL).orElse(false);
      if ((refund || confirm) && !failed) {
        about.add(e.value());
      }
      if (confirm && completion(e).map(Event::value).orElse(null) instanceof Value.ConfirmTold b) {
        cancelled.add(b.booking());
      }
    }
    return about.size() == 1
        && isCaptured(payment)
        && never(Value.CancelAsked.class, c -> cancelled.contains(c.booking()));
  }

  private boolean isCaptured(String payment) {
    return told(Value.PayTold.class, paid -> true).isPresent()
        && events.stream()
            .filter(e -> e.value() instanceof Value.PayAsked pay && pay.payment().equals(payment))
            .map(this::completion)
            .flatMap(Optional::stream)
            .anyMatch(end -> end.type() == Event.Type.OK);
  }

  boolean isBooked(String payment) {
    return told(Value.ConfirmTold.class, b -> true).isPresent()
        && events.stream()
            .filter(e -> e.value() instanceof Value.ConfirmAsked c && c.payment().equals(payment))
            .map(this::completion)
            .flatMap(Optional::stream)
            .anyMatch(end -> end.type() == Event.Type.OK);
  }

  boolean isCancelled(String booking) {
    return events.stream()
        .filter(e -> e.value() instanceof Value.CancelAsked c && c.booking().equals(booking))
        .map(this::completion)
        .flatMap(Optional::stream)
        .anyMatch(end -> end.type() == Event.Type.OK);
  }

  /** Whether this user never wanted these seats before, so that this hold is sure to last. */
  boolean isFirst(Value.HoldTold hold) {
    long wishes =
        events.stream()
            .filter(e -> e.value() instanceof Value.HoldAsked)
            .map(e -> ((Value.HoldAsked) e.value()).claim())
            .filter(claim -> claim.user().equals(hold.claim().user()))
            .filter(claim -> claim.seats().stream().anyMatch(hold.claim().seats()::contains))
            .count();
    return wishes == 1;
  }

  /** Whether somebody was told of the hold that this booking was. */
  boolean isHeld(Value.ConfirmTold booking) {
    return told(Value.HoldTold.class, hold -> hold.hold().equals(booking.booking())).isPresent();
  }

  /** Whether every operation on this seat was answered. */
  boolean isNeverUnheard(String seat) {
    return events.stream()
        .filter(e -> e.type() == Event.Type.INVOKE)
        .filter(e -> completion(e).filter(end -> end.type() != Event.Type.INFO).isEmpty())
        .allMatch(e -> e.value() instanceof Value.HoldAsked h && !h.claim().seats().contains(seat));
  }

  Event last() {
    return events.get(events.size() - 1);
  }

  Optional<SeatTold> lastRow(Predicate<SeatTold> useful) {
    return ((Value.SeatsTold) last().value()).seats().stream().filter(useful).findFirst();
  }

  /** A hold that was told of, and given back. */
  Optional<Value.HoldTold> released() {
    return events.stream()
        .filter(e -> e.type() == Event.Type.OK && e.f() == Verb.RELEASE)
        .map(e -> ((Value.ReleaseAsked) asked(e)).hold())
        .flatMap(id -> told(Value.HoldTold.class, hold -> hold.hold().equals(id)).stream())
        .map(e -> (Value.HoldTold) e.value())
        .filter(hold -> lastRow(row -> isFree(row, hold)).isPresent())
        .findFirst();
  }

  private static boolean isFree(SeatTold row, Value.HoldTold hold) {
    return row.seat().equals(hold.claim().seats().get(0)) && row.state() != SeatState.BOOKED;
  }

  /** What a fresh client was given at the end. */
  Optional<Event> fresh() {
    return events.stream()
        .filter(e -> e.p().startsWith("fresh") && e.value() instanceof Value.HoldTold)
        .findFirst();
  }

  void repeat(Event told) {
    add(told, told.f(), asked(told), told.value());
  }

  /** Something else was asked for. */
  void ask(Event told, Value instead) {
    events.stream()
        .filter(e -> e.type() == Event.Type.INVOKE && e.op().equals(told.op()))
        .findFirst()
        .ifPresent(e -> say(e, Event.Type.INVOKE, instead));
  }

  void drop(Event told) {
    events.removeIf(e -> e.op().equals(told.op()));
  }

  void say(Event told, Value instead) {
    say(told, Event.Type.OK, instead);
  }

  void say(Event told, Event.Type type, Value instead) {
    events.replaceAll(
        e -> e.equals(told) ? new Event(e.i(), e.t(), e.p(), type, e.f(), e.op(), instead) : e);
  }

  /** Another operation, just after an event. */
  void add(Event after, Verb f, Value asked, Value told) {
    String op = "forged" + ops++;
    int at = events.indexOf(after) + 1;
    String p = after.p().startsWith("fresh") ? "forger" : after.p();
    events.add(at, new Event(0, after.t(), p, Event.Type.INVOKE, f, op, asked));
    events.add(at + 1, new Event(0, after.t(), p, Event.Type.OK, f, op, told));
  }

  /** The last reading says something else of one seat. */
  void show(String label, SeatState state, String owner) {
    Event last = events.get(events.size() - 1);
    Value.SeatsTold told = (Value.SeatsTold) last.value();
    String hold = state == SeatState.HELD ? owner : null;
    String booking = state == SeatState.BOOKED ? owner : null;
    UnaryOperator<SeatTold> change =
        row -> row.seat().equals(label) ? new SeatTold(label, state, hold, booking) : row;
    say(last, new Value.SeatsTold(told.show(), told.seats().stream().map(change).toList()));
  }

  static Claim less(Claim claim) {
    return new Claim(claim.show(), claim.seats().subList(1, claim.seats().size()), claim.user());
  }
}
