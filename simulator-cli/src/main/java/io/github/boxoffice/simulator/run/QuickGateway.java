package io.github.boxoffice.simulator.run;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import io.github.boxoffice.payment.MockGateway;
import io.github.boxoffice.payment.PaymentGateway;
import io.github.boxoffice.payment.PaymentMethod;
import io.github.boxoffice.simulator.scenario.Scenario;
import io.github.boxoffice.simulator.scenario.Till;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The mock, with a time limit that fits a simulation: it answers within five times its mean, and a
 * hold whose payment got lost would otherwise keep its seats for long after everybody has gone.
 */
final class QuickGateway implements PaymentGateway {
  private final MockGateway mock;
  private final Duration limit;
  private final Consumer<MockGateway.Entry> journal;

  private QuickGateway(MockGateway mock, Duration limit, Consumer<MockGateway.Entry> journal) {
    this.mock = mock;
    this.limit = limit;
    this.journal = journal;
  }

  static QuickGateway of(Scenario scenario) {
    return of(scenario, entry -> {});
  }

  /**
   * One that writes everything down before it answers, so that another process can go on with it.
   *
   * @param journal takes each payment as it is now
   */
  static QuickGateway of(Scenario scenario, Consumer<MockGateway.Entry> journal) {
    Till till = scenario.till();
    double half = till.unknownRate() / 2;
    double declined = till.failureRate() * (1 - till.unknownRate());
    MockGateway mock =
        new MockGateway(
            new MockGateway.Behaviour(scenario.seed(), declined, half, half, till.latency()));
    return new QuickGateway(mock, till.timeLimit(scenario.habits()), journal);
  }

  MockGateway mock() {
    return mock;
  }

  @Override
  public Charge charge(PaymentId key, Money amount, PaymentMethod method) {
    Charge charged = mock.charge(key, amount, method);
    mock.entry(key).ifPresent(journal);
    return charged;
  }

  @Override
  public Charge resolve(PaymentId key) {
    Charge resolved = mock.resolve(key);
    mock.entry(key).ifPresent(journal);
    return resolved;
  }

  @Override
  public boolean refund(PaymentId key, Money amount) {
    boolean refunded = mock.refund(key, amount);
    mock.entry(key).ifPresent(journal);
    return refunded;
  }

  @Override
  public Duration timeLimit() {
    return limit;
  }
}
