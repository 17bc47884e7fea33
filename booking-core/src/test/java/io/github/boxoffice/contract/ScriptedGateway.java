package io.github.boxoffice.contract;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.payment.PaymentGateway;
import io.github.boxoffice.payment.PaymentMethod;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment service whose next answer a test decides, and that can do something while the caller
 * waits: what happens in the world during a charge is what tests of payment are about. It counts
 * how often money was really given back.
 */
public final class ScriptedGateway implements PaymentGateway {
  private final ConcurrentMap<PaymentId, Charge> truth = new ConcurrentHashMap<>();
  private final ConcurrentMap<PaymentId, AtomicInteger> refunds = new ConcurrentHashMap<>();
  private volatile Charge answer = Charge.CAPTURED;
  private volatile Charge real = Charge.CAPTURED;
  private volatile Runnable meanwhile = () -> {};
  private volatile boolean refundsAnswered = true;

  /** The next charges are answered like this, and really end like this. */
  public ScriptedGateway answering(Charge newAnswer, Charge newReal) {
    this.answer = newAnswer;
    this.real = newReal;
    return this;
  }

  /** Runs while the caller waits for the answer to a charge. */
  public ScriptedGateway meanwhile(Runnable action) {
    this.meanwhile = action;
    return this;
  }

  /** Whether refunds are answered, or time out after they happened. */
  public ScriptedGateway answeringRefunds(boolean answered) {
    this.refundsAnswered = answered;
    return this;
  }

  /** How often the money of this payment was given back. */
  public int refunds(PaymentId payment) {
    AtomicInteger count = refunds.get(payment);
    return count == null ? 0 : count.get();
  }

  @Override
  public Charge charge(PaymentId key, Money amount, PaymentMethod method) {
    if (real != Charge.UNKNOWN) {
      truth.putIfAbsent(key, real);
    }
    meanwhile.run();
    return answer;
  }

  @Override
  public Charge resolve(PaymentId key) {
    return truth.computeIfAbsent(key, k -> Charge.DECLINED);
  }

  @Override
  public boolean refund(PaymentId key, Money amount) {
    // Idempotent by key, as every real service is.
    refunds.computeIfAbsent(key, k -> new AtomicInteger(1));
    return refundsAnswered;
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(30);
  }
}
