package io.github.boxoffice.lock;

import io.github.boxoffice.model.SeatSet;
import io.github.boxoffice.model.ShowId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Leases in this process's memory.
 *
 * <p>Its fences are never below the microseconds since the epoch, so that they stay above those of
 * an earlier process, or of another kind of lease store, that wrote the same database, as long as
 * that one gave out fewer than a million a second. A clock that was set back breaks this; the
 * guarded write then still refuses to sell a seat twice, and the sales of that time are refused as
 * stale.
 */
public final class MemoryLeaseStore implements LeaseStore {
  private final ConcurrentMap<SeatKey, Held> held = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final AtomicLong lastFence = new AtomicLong();

  private record SeatKey(ShowId show, int seat) {}

  private record Held(UUID token, long until) {}

  /** No lease is out. */
  public MemoryLeaseStore(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes seat by seat in seat order; rivals never wait for each other, so a refusal may only mean
   * that another was trying too.
   */
  @Override
  public Optional<Lease> acquire(ShowId show, SeatSet seats, Duration ttl) {
    UUID token = UUID.randomUUID();
    long now = clock.millis();
    Held mine = new Held(token, now + ttl.toMillis());
    for (int i = 0; i < seats.size(); i++) {
      Held holder = held.compute(key(show, seats, i), (k, h) -> lapsed(h, now) ? mine : h);
      if (!mine.equals(holder)) {
        releaseFirst(show, seats, i, token);
        return Optional.empty();
      }
    }
    // Drawn with all seats in hand, so a later lease on any of them draws a higher one. Whoever was
    // stopped on the way may have drawn a higher fence than those who have the seats by now.
    Lease lease = new Lease(show, seats, token, nextFence(now));
    if (mine.until <= clock.millis()) {
      release(lease);
      return Optional.empty();
    }
    return Optional.of(lease);
  }

  private long nextFence(long now) {
    return lastFence.updateAndGet(last -> Math.max(last + 1, now * 1_000));
  }

  private static boolean lapsed(@Nullable Held held, long now) {
    return held == null || held.until <= now;
  }

  private static SeatKey key(ShowId show, SeatSet seats, int i) {
    return new SeatKey(show, seats.get(i));
  }

  /** Renews seat by seat; if one is lost the whole lease is, and the rest is given back. */
  @Override
  public boolean renew(Lease lease, Duration ttl) {
    long now = clock.millis();
    Held renewed = new Held(lease.token(), now + ttl.toMillis());
    for (int i = 0; i < lease.seats().size(); i++) {
      Held holder =
          held.computeIfPresent(
              key(lease.show(), lease.seats(), i),
              (k, h) -> h.token.equals(lease.token()) && !lapsed(h, now) ? renewed : h);
      if (!renewed.equals(holder)) {
        release(lease);
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean release(Lease lease) {
    return releaseFirst(lease.show(), lease.seats(), lease.seats().size(), lease.token());
  }

  @Override
  public void raiseFence(ShowId show, SeatSet seats, long floor) {
    lastFence.accumulateAndGet(floor, Math::max);
  }

  private boolean releaseFirst(ShowId show, SeatSet seats, int count, UUID token) {
    long now = clock.millis();
    boolean[] all = {true};
    for (int i = 0; i < count; i++) {
      boolean[] mine = {false};
      held.computeIfPresent(
          key(show, seats, i),
          (k, h) -> {
            mine[0] = h.token.equals(token) && !lapsed(h, now);
            return h.token.equals(token) ? null : h;
          });
      all[0] &= mine[0];
    }
    return all[0];
  }
}
