package io.github.boxoffice.simulator.run;

import io.github.boxoffice.booking.Hold;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.simulator.history.Recorder;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is written down while users are at it. Safe for use by any number of threads. */
final class Books {
  private final Recorder history;
  private final Trouble trouble;
  private final Meter meter = new Meter();
  private final Map<PaymentId, Hold> open = new ConcurrentHashMap<>();
  private final Queue<Hold> left = new ConcurrentLinkedQueue<>();

  Books(Recorder history, Trouble trouble) {
    this.history = history;
    this.trouble = trouble;
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

  /** Money may move for this hold now. */
  void begun(PaymentId payment, Hold hold) {
    open.put(payment, hold);
  }

  /** Its client knows what became of the payment. */
  void settled(PaymentId payment) {
    open.remove(payment);
  }

  /** The hold that a payment is for whose client does not know yet what became of it. */
  Optional<Hold> open(PaymentId payment) {
    return Optional.ofNullable(open.get(payment));
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
