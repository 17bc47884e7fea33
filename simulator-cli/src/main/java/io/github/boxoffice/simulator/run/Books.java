package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.model.ShowId;
import io.github.boxoffice.payment.Recovery;
import io.github.boxoffice.simulator.history.Recorder;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is written down while users are at it. Safe for use by any number of threads. */
final class Books {
  private final Recorder history;
  private final Trouble trouble;
  private final Meter meter = new Meter();
  private final Set<PaymentId> open = ConcurrentHashMap.newKeySet();
  private final Queue<Hold> left = new ConcurrentLinkedQueue<>();
  private final Set<ShowId> inherited;

  /**
   * @param inherited shows whose clients are all gone, so that nobody else settles their payments
   */
  Books(Recorder history, Trouble trouble, Collection<ShowId> inherited) {
    this.history = history;
    this.trouble = trouble;
    this.inherited = Set.copyOf(inherited);
  }

  Recorder history() {
    return history;
  }

  Trouble trouble() {
    return trouble;
  }

  Meter meter() {
    return meter;
  }

  /** Money may move now. */
  void begun(PaymentId payment) {
    open.add(payment);
  }

  /** Its client knows what became of the payment. */
  void settled(PaymentId payment) {
    open.remove(payment);
  }

  /** Whether the client of this payment does not know yet what became of it. */
  boolean isOpen(Recovery.Settled payment) {
    return open.contains(payment.payment()) || inherited.contains(payment.show());
  }

  /** Somebody went away and left the hold to lapse. */
  void left(Hold hold) {
    left.add(hold);
  }

  /** Those that were left to lapse. */
  Queue<Hold> left() {
    return left;
  }
}
