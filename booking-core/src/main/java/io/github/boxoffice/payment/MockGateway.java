package io.github.boxoffice.payment;

import io.github.boxoffice.model.Money;
import io.github.boxoffice.model.PaymentId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A payment service that takes no money, for tests and simulations: declines some, loses some
 * answers, takes its time. What it does with a payment follows from its seed and the payment's id
 * alone, so the same ids meet the same fate in whatever order they come. It keeps a journal of what
 * it did, against which others can be held.
 */
public final class MockGateway implements PaymentGateway {
  private final Behaviour behaviour;
  private final ConcurrentMap<PaymentId, Entry> journal = new ConcurrentHashMap<>();

  /** A gateway that behaves like this. */
  public MockGateway(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** A gateway that captures everything at once. */
  public static MockGateway alwaysCaptures() {
    return new MockGateway(new Behaviour(0, 0, 0, 0, Duration.ZERO));
  }

  /**
   * How often things go wrong.
   *
   * @param seed what its chances follow from
   * @param declineRate the share of charges declined, 0 to 1
   * @param lostRequestRate the share of charges that never arrive: unknown, and not captured
   * @param lostAnswerRate the share of charges that are captured, but whose answer is lost: unknown
   * @param latency the mean time to answer; single times are exponentially distributed, up to five
   *     times the mean
   */
  public record Behaviour(
      long seed,
      double declineRate,
      double lostRequestRate,
      double lostAnswerRate,
      Duration latency) {
    /** Refuses shares outside 0 to 1 and negative times. */
    public Behaviour {
      share(declineRate, "declineRate");
      share(lostRequestRate, "lostRequestRate");
      share(lostAnswerRate, "lostAnswerRate");
      share(declineRate + lostRequestRate + lostAnswerRate, "the sum of the rates");
      if (latency.isNegative()) {
        throw new IllegalArgumentException("latency must not be negative, was " + latency);
      }
    }

    /** Declines 1 %, answers at once, loses nothing. */
    public static Behaviour standard(long seed) {
      return new Behaviour(seed, 0.01, 0, 0, Duration.ZERO);
    }

    private static void share(double value, String name) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(name + " must be 0 to 1, was " + value);
      }
    }
  }

  /**
   * What the gateway did with one payment.
   *
   * @param payment its id
   * @param amount what it was about; empty if it was closed before it was seen
   * @param captured whether the money was taken
   * @param refunds how often all of it was given back: 0 or 1
   */
  public record Entry(PaymentId payment, Optional<Money> amount, boolean captured, int refunds) {}

  @Override
  public Charge charge(PaymentId key, Money amount, PaymentMethod method) {
    SplittableRandom chance = chance(key);
    double fate = chance.nextDouble();
    pause(chance);
    boolean lostRequest = fate < behaviour.lostRequestRate;
    if (lostRequest) {
      return Charge.UNKNOWN;
    }
    double lostAnswer = behaviour.lostRequestRate + behaviour.lostAnswerRate;
    boolean captures = fate < lostAnswer || fate >= lostAnswer + behaviour.declineRate;
    Entry seen = journal.computeIfAbsent(key, k -> new Entry(k, Optional.of(amount), captures, 0));
    if (fate < lostAnswer) {
      return Charge.UNKNOWN;
    }
    return seen.captured() ? Charge.CAPTURED : Charge.DECLINED;
  }

  private SplittableRandom chance(PaymentId key) {
    long bits = key.value().getMostSignificantBits() ^ key.value().getLeastSignificantBits();
    // Adjacent seeds give related streams; splitting once mixes them.
    return new SplittableRandom(behaviour.seed ^ bits).split();
  }

  private void pause(SplittableRandom chance) {
    double mean = behaviour.latency.toNanos();
    long nanos = (long) Math.min(5 * mean, -mean * Math.log1p(-chance.nextDouble()));
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  @Override
  public Charge resolve(PaymentId key) {
    Entry seen = journal.computeIfAbsent(key, k -> new Entry(k, Optional.empty(), false, 0));
    return seen.captured() ? Charge.CAPTURED : Charge.DECLINED;
  }

  /** Gives back what was captured; what was not captured needs no refund and is refused. */
  @Override
  public boolean refund(PaymentId key, Money amount) {
    Entry after =
        journal.computeIfPresent(
            key,
            (k, entry) ->
                entry.captured() && entry.amount().equals(Optional.of(amount))
                    ? new Entry(k, entry.amount(), true, 1)
                    : entry);
    return after != null && after.refunds() == 1;
  }

  /** A hundred times the mean latency, at least ten seconds. */
  @Override
  public Duration timeLimit() {
    Duration patient = behaviour.latency.multipliedBy(100);
    Duration least = Duration.ofSeconds(10);
    return patient.compareTo(least) > 0 ? patient : least;
  }

  /** What was done with this payment; empty if it was never seen. */
  public Optional<Entry> entry(PaymentId key) {
    return Optional.ofNullable(journal.get(key));
  }

  /** Goes on from what another gateway did, as a service does that was started again. */
  public void restore(Entry entry) {
    journal.put(entry.payment(), entry);
  }

  /** What was done with each payment it has seen, in no order; a copy. */
  public List<Entry> journal() {
    return List.copyOf(journal.values());
  }
}
