package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.PaymentGateway;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Till;
import java.time.Duration;

/**
 * The mock, with a time limit that fits a simulation: it answers within five times its mean, and a
 * hold whose payment got lost would otherwise keep its seats for long after everybody has gone.
 */
final class QuickGateway implements PaymentGateway {
  private final MockGateway mock;
  private final Duration limit;

  private QuickGateway(MockGateway mock, Duration limit) {
    this.mock = mock;
    this.limit = limit;
  }

  static QuickGateway of(Scenario scenario) {
    Till till = scenario.till();
    double half = till.unknownRate() / 2;
    double declined = till.failureRate() * (1 - till.unknownRate());
    MockGateway mock =
        new MockGateway(
            new MockGateway.Behaviour(scenario.seed(), declined, half, half, till.latency()));
    return new QuickGateway(mock, till.timeLimit(scenario.habits()));
  }

  MockGateway mock() {
    return mock;
  }

  @Override
  public Charge charge(PaymentId key, Money amount, PaymentMethod method) {
    return mock.charge(key, amount, method);
  }

  @Override
  public Charge resolve(PaymentId key) {
    return mock.resolve(key);
  }

  @Override
  public boolean refund(PaymentId key, Money amount) {
    return mock.refund(key, amount);
  }

  @Override
  public Duration timeLimit() {
    return limit;
  }
}
