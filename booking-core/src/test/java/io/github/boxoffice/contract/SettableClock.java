package io.github.boxoffice.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to go on, so that no test has to sleep. Safe for use
 * by any number of threads.
 */
public final class SettableClock implements InstantSource {
  /** What the clock shows at first. */
  public static final Instant START = Instant.parse("2030-01-01T20:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Goes on by this much, or back when it is negative. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }
}
