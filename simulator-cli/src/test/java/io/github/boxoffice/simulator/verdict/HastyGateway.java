package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.payment.PaymentGateway;
import io.github.boxoffice.payment.PaymentMethod;
import java.time.Duration;

/** Promises to answer soon, so that holds lapse between the payment and the booking. */
record HastyGateway(PaymentGateway gateway) implements PaymentGateway {
  static final Duration LIMIT = Duration.ofMillis(200);

  @Override
  public Charge charge(PaymentId key, Money amount, PaymentMethod method) {
    return gateway.charge(key, amount, method);
  }

  @Override
  public Charge resolve(PaymentId key) {
    return gateway.resolve(key);
  }

  @Override
  public boolean refund(PaymentId key, Money amount) {
    return gateway.refund(key, amount);
  }

  @Override
  public Duration timeLimit() {
    return LIMIT;
  }
}
