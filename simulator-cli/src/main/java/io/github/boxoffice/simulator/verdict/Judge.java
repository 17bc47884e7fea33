package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.GatewayJournal;
import io.github.boxoffice.simulator.history.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges a history. Its cost grows with the number of events n as n log n: a history is streamed
 * once, and then each seat's claims are sorted by time.
 */
public final class Judge {
  private final Findings findings = new Findings();
  private final Facts facts = new Facts();
  private final Witness witness = new Witness(facts, findings);
  private final Scenario scenario;
  private final Lapse lapse;

  private Judge(Scenario scenario) {
    this.scenario = scenario;
    this.lapse = new Lapse(scenario.paymentMillis());
  }

  /**
   * What a history does not say of itself. Without it, less can be judged.
   *
   * @param paymentFailureRate the share of payments that the gateway was set to decline
   * @param paymentMillis how much longer a payment keeps a hold at most, from its end: the
   *     gateway's time limit
   */
  public record Scenario(OptionalDouble paymentFailureRate, OptionalLong paymentMillis) {
    /** A history that comes alone. */
    public static final Scenario UNKNOWN =
        new Scenario(OptionalDouble.empty(), OptionalLong.empty());
  }

  /**
   * The verdict on a history, held against the gateway's journal if one lies beside it.
   *
   * @throws io.github.boxoffice.simulator.history.HistoryException if it cannot be understood
   */
  public static Verdict judge(Path history, Scenario scenario) throws IOException {
    Path journal = GatewayJournal.beside(history);
    return new Judge(scenario)
        .judge(history, Files.exists(journal) ? GatewayJournal.read(journal) : null);
  }

  private Verdict judge(Path history, @Nullable Map<String, GatewayJournal.Entry> journal)
      throws IOException {
    Ops ops = new Ops(witness, findings);
    HistoryReader.Reading reading = HistoryReader.read(history, ops);
    ops.end();
    reading.cutLine().ifPresent(line -> findings.doubt("the file ends within line " + line, ""));
    return judge(reading.cutLine().isPresent(), journal);
  }

  /** The verdict on events that come from elsewhere than a file. */
  static Verdict judge(
      Iterable<Event> history,
      @Nullable Map<String, GatewayJournal.Entry> journal,
      Scenario scenario) {
    Judge judge = new Judge(scenario);
    Ops ops = new Ops(judge.witness, judge.findings);
    history.forEach(ops);
    ops.end();
    return judge.judge(false, journal);
  }

  private Verdict judge(boolean cut, @Nullable Map<String, GatewayJournal.Entry> journal) {
    witness.end();
    seats();
    money(facts.isClosed() && !cut, journal);
    totals();
    new Enough(facts, findings).check();
    return findings.verdict();
  }

  private void seats() {
    Reholds reholds = new Reholds(lapse);
    facts.eachSeat(reholds::settle);
    Owners owners = new Owners(findings);
    facts.eachSeat(owners::check);
    new Closing(facts, findings).check();
    Leftovers leftovers = new Leftovers(facts, findings, lapse);
    boolean tried = facts.anySeat(seat -> seat.tries().isTried());
    for (String show : facts.shows()) {
      Facts.Reading reading = facts.reading(show);
      if (reading != null) {
        leftovers.check(reading, facts.seats(show), tried);
      }
    }
    facts.holds().forEach(this::endedOnce);
  }

  private void endedOnce(HoldFact hold) {
    if (hold.released() >= 0 && hold.booking() != null) {
      findings.violated(
          Invariant.ENDED_TWICE,
          "hold %s was given back (event %d) and booked: %s",
          hold.id(),
          hold.released(),
          hold.booking());
    }
  }

  private void money(boolean closed, @Nullable Map<String, GatewayJournal.Entry> journal) {
    Money money = new Money(findings, closed, journal);
    facts.payments().forEach(money::check);
    if (closed && journal != null) {
      new Gateway(findings, closed).unheardOf(journal, facts);
    }
  }

  private void totals() {
    Totals totals = new Totals(findings);
    facts.payments().forEach(totals::add);
    facts.bookings().forEach(totals::add);
    facts.holds().forEach(totals::add);
    scenario.paymentFailureRate().ifPresent(totals::checkDeclined);
  }
}
