package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.run.Play;
import java.util.Optional;

/** Ends a simulation early, as cleanly as it would have ended. Safe for use by several threads. */
final class Stop {
  private volatile boolean asked;
  private volatile Optional<Play> run = Optional.empty();

  /** Ends the run that is being played, and lets no other begin. */
  void ask() {
    asked = true;
    run.ifPresent(Play::stop);
  }

  /** No run is being played. */
  void forget() {
    run = Optional.empty();
  }

  boolean isAsked() {
    return asked;
  }

  /** This run is being played now. */
  void hearsOf(Play next) {
    run = Optional.of(next);
    if (asked) {
      next.stop();
    }
  }
}
