package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.HistoryException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Ties each completion to its invocation, and hands operations over as they are completed. */
final class Ops implements Consumer<Event> {
  private final Map<String, Event> open = new LinkedHashMap<>();
  private final Consumer<Op> to;
  private final Findings findings;
  private long expected;
  private long time;

  Ops(Consumer<Op> to, Findings findings) {
    this.to = to;
    this.findings = findings;
  }

  @Override
  public void accept(Event event) {
    checkOrder(event);
    if (event.type() == Event.Type.INVOKE) {
      if (open.put(event.op(), event) != null) {
        throw new HistoryException("event " + event.i() + ": " + event.op() + " is invoked twice");
      }
      return;
    }
    Event invoke = open.remove(event.op());
    if (invoke == null || invoke.f() != event.f()) {
      throw new HistoryException(
          "event %d: %s of %s %s, which was not invoked"
              .formatted(event.i(), event.type().text(), event.f().text(), event.op()));
    }
    to.accept(new Op(invoke, event));
  }

  private void checkOrder(Event event) {
    if (event.i() != expected) {
      findings.doubt(
          "events are missing or out of order",
          "event " + event.i() + " stands where " + expected + " should");
    }
    if (event.t() < time) {
      findings.doubt("time goes backwards", "at event " + event.i());
    }
    expected = event.i() + 1;
    time = Math.max(time, event.t());
  }

  /** What was never completed may have happened. */
  void end() {
    open.values().forEach(invoke -> to.accept(new Op(invoke, null)));
    open.clear();
  }
}
