package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Value;
import io.github.boxoffice.simulator.history.Value.Claim;
import io.github.boxoffice.simulator.history.Verb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes down what operations on seats say, each as it is completed. */
final class Witness implements Consumer<Op> {
  /** Reasons that say nothing of the seats: rivals were in the way, or too many of them. */
  private static final Set<String> UNDECIDED = Set.of("CONTENDED", "OVERLOADED");

  private final Facts facts;
  private final Findings findings;
  private final MoneyWitness money;
  private final Map<String, String> users = new HashMap<>();

  Witness(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
    this.money = new MoneyWitness(facts, findings);
  }

  /** When all is told. */
  void end() {
    money.end();
  }

  @Override
  public void accept(Op op) {
    switch (op.invoke().f()) {
      case HOLD -> hold(op, (Value.HoldAsked) op.invoke().value());
      case RELEASE -> release(op, (Value.ReleaseAsked) op.invoke().value());
      case OFFER -> offer(op);
      case FAULT -> fault(op);
      case SEAT -> seats(op, (Value.SeatsAsked) op.invoke().value());
      case PAY, CONFIRM, CANCEL, REFUND -> money.accept(op);
      case WAIT -> {} // Nothing is anybody's because somebody waits for it.
    }
    if (op.invoke().f() != Verb.SEAT) {
      facts.happened(op.end() == null ? op.invoke().i() : op.number());
    }
  }

  private void hold(Op op, Value.HoldAsked asked) {
    Claim claim = asked.claim();
    Seat[] seats = facts.seats(claim.show(), claim.seats());
    String user = users.computeIfAbsent(claim.user(), name -> name);
    if (op.isFresh()) {
      tried(op, seats);
    } else {
      attempted(op, seats, user);
    }
    if (op.failed()) {
      return;
    }
    Tenure.Wish wish = new Tenure.Wish(user, asked.ttlMillis());
    if (op.told() instanceof Value.HoldTold told) {
      compare(op, claim, told.claim());
      given(op, facts.hold(told.hold()), seats, wish);
    } else {
      add(new Tenure(op.span(), null, seats, wish));
    }
  }

  private void given(Op op, HoldFact owner, Seat[] seats, Tenure.Wish wish) {
    Tenure known = owner.told();
    if (known == null) {
      Tenure tenure = new Tenure(op.span(), owner, seats, wish);
      owner.told(tenure, op.isFresh());
      add(tenure);
    } else if (op.span().from() < known.grant().from()) {
      owner.mayEnd(0); // A repeated call, answered out of order: nobody knows when its time began.
    }
  }

  private static void add(Tenure hold) {
    for (Seat seat : hold.seats()) {
      seat.holds().add(hold);
    }
  }

  private void attempted(Op op, Seat[] seats, String user) {
    for (Seat seat : seats) {
      seat.wanted(user);
    }
    findings.count(Count.ATTEMPTS);
    if (op.told() != null) {
      findings.count(Count.HELD);
    } else if (op.failed()) {
      boolean contended = UNDECIDED.contains(op.refusal().reason());
      findings.count(contended ? Count.CONTENDED : Count.REFUSED);
    }
  }

  private static void tried(Op op, Seat[] seats) {
    List<String> concerned = op.refusal().seats();
    for (Seat seat : seats) {
      if (op.told() != null) {
        seat.tries().got();
      } else if (op.isOpen()) {
        seat.tries().open();
      } else {
        seat.tries().refused(op, concerned.isEmpty() || concerned.contains(seat.label()));
      }
    }
  }

  private void compare(Op op, Claim asked, Claim told) {
    boolean same =
        told.seats().isEmpty() || Set.copyOf(told.seats()).equals(Set.copyOf(asked.seats()));
    boolean there = told.show().isEmpty() || told.show().equals(asked.show());
    if (!same || !there) {
      findings.violated(
          Invariant.PARTIAL_HOLD,
          "%s asked for %s of show %s (event %d) and was given %s of show %s (event %d)",
          asked.user(),
          asked.seats(),
          asked.show(),
          op.invoke().i(),
          told.seats(),
          told.show(),
          op.number());
    }
  }

  private void release(Op op, Value.ReleaseAsked asked) {
    if (op.failed()) {
      return;
    }
    HoldFact hold = facts.hold(asked.hold());
    hold.mayEnd(op.span().from());
    if (!op.isOpen()) {
      hold.released(op);
    }
  }

  private void offer(Op op) {
    if (op.told() instanceof Value.OfferTold told) {
      Tenure.Wish wish = new Tenure.Wish(told.waiter(), 0);
      HoldFact hold = facts.hold(told.hold());
      hold.told(new Tenure(op.span(), hold, new Seat[0], wish), op.isFresh());
    }
  }

  private void fault(Op op) {
    if (op.told() instanceof Value.FaultTold told && !told.state().equals("healed")) {
      findings.count(Count.FAULTS_INJECTED);
    }
  }

  private void seats(Op op, Value.SeatsAsked asked) {
    if (op.told() instanceof Value.SeatsTold told) {
      told.seats().forEach(row -> facts.seat(asked.show(), row.seat()).last(row));
      facts.read(asked.show(), new Facts.Reading(op.span(), op.number()));
    }
  }
}
