package io.github.boxoffice.simulator.run;

import io.github.boxoffice.lock.SeatLockStrategy;
import io.github.boxoffice.lock.Strategies;
import io.github.boxoffice.simulator.control.CheckThenWrite;
import java.util.List;

/** Who can be let play: the strategies, and the controls. */
public final class Lineup {
  private Lineup() {}

  /** Every correct strategy. */
  public static List<String> all() {
    return Strategies.names();
  }

  /**
   * The strategy or control of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static SeatLockStrategy named(String name) {
    return name.equals(CheckThenWrite.NAME) ? new CheckThenWrite() : Strategies.named(name);
  }
}
