package io.github.boxoffice.lock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The strategies that come with Boxoffice, and those found on the class path. */
public final class Strategies {
  /** Enough for a few hundred rivals for one seat; the pauses then add up to about a second. */
  private static final Retry RETRY = new Retry(64);

  private static final Duration LOCK_WAIT = Duration.ofSeconds(2);
  private static final Duration LEASE_TTL = Duration.ofSeconds(10);
  private static final Duration QUEUE_PATIENCE = Duration.ofSeconds(10);
  private static final int QUEUE_BOUND = 10_000;

  private static final Map<String, Supplier<SeatLockStrategy>> OURS =
      new TreeMap<>(
          Map.of(
              "pessimistic", () -> pessimistic(LOCK_WAIT),
              "optimistic", () -> new Optimistic(RETRY),
              "serializable", () -> new Serializable(RETRY),
              "lease", () -> lease(LEASE_TTL),
              "batched", () -> batched(QUEUE_PATIENCE, QUEUE_BOUND)));

  private Strategies() {}

  /**
   * Row locks in seat order.
   *
   * @param wait the longest wait for a lock; zero to give up at once
   */
  public static SeatLockStrategy pessimistic(Duration wait) {
    return new Pessimistic(wait, RETRY);
  }

  /**
   * No lock: the state is checked in the write.
   *
   * @param attempts how often to try before the answer is "contended"; at least 1
   */
  public static SeatLockStrategy optimistic(int attempts) {
    return new Optimistic(new Retry(attempts));
  }

  /**
   * SERIALIZABLE transactions.
   *
   * @param attempts how often to try before the answer is "contended"; at least 1
   */
  public static SeatLockStrategy serializable(int attempts) {
    return new Serializable(new Retry(attempts));
  }

  /**
   * A lease per seat; those who have theirs are written together, as by {@link #batched}.
   *
   * @param ttl when a lease lapses whose holder does not come back
   */
  public static SeatLockStrategy lease(Duration ttl) {
    return new Leased(ttl, batched(QUEUE_PATIENCE, QUEUE_BOUND), RETRY);
  }

  /**
   * Requests queue, and one of the callers commits many at once; new holds last, and in the order
   * of the queue. As long as callers are few (8 to 16, by processors) none queues, and each commits
   * its own. A call after {@link SeatLockStrategy#close} is an {@link IllegalStateException}.
   *
   * @param patience the longest time in the queue before the answer is "contended"; a change that
   *     is being made by then is waited for
   * @param queueBound how many may wait in a queue, of which each store has a few, before new holds
   *     are refused as {@link io.github.boxoffice.model.Refusal#OVERLOADED}; at least 1. What
   *     finishes a hold is never refused so
   */
  public static SeatLockStrategy batched(Duration patience, int queueBound) {
    return new Batched(new Batched.Settings(patience, queueBound), RETRY);
  }

  /** The names of the strategies that come with Boxoffice, sorted. */
  public static List<String> names() {
    return List.copyOf(OURS.keySet());
  }

  /**
   * The strategy of this name: one of ours with its standard settings, or one that {@link
   * ServiceLoader} finds.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names there are
   */
  public static SeatLockStrategy named(String name) {
    Supplier<SeatLockStrategy> ours = OURS.get(name);
    if (ours != null) {
      return ours.get();
    }
    List<SeatLockStrategy> found =
        ServiceLoader.load(SeatLockStrategy.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return found.stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name, found)));
  }

  private static String unknown(String name, List<SeatLockStrategy> found) {
    String known =
        Stream.concat(OURS.keySet().stream(), found.stream().map(SeatLockStrategy::name))
            .collect(Collectors.joining(", "));
    return "unknown strategy '" + name + "'; known: " + known;
  }
}
