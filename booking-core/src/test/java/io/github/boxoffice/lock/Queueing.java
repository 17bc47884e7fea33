package io.github.boxoffice.lock;

import io.github.boxoffice.lock.Batched.Settings;
import java.time.Duration;

/**
 * The strategy {@code batched} where even a few callers queue, which otherwise only a crowd does.
 */
public final class Queueing {
  private Queueing() {}

  /** A new one, which somebody has to close. */
  public static SeatLockStrategy batched() {
    return new Batched(settings(Duration.ofSeconds(10), 10_000), new Retry(64));
  }

  static Settings settings(Duration patience, int bound) {
    return new Settings(patience, bound, Settings.LANES, Settings.MOST);
  }
}
