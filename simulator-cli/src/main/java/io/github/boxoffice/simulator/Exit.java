package io.github.boxoffice.simulator;

import io.github.boxoffice.simulator.verdict.Verdict;

/** Exit codes; scripts rely on them. */
final class Exit {
  static final int CONSISTENT = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int UNKNOWN = 3;
  static final int INCONSISTENT = 10;
  static final int THRESHOLD_MISSED = 99;

  private Exit() {}

  static int of(Verdict.Result result, boolean thresholdMissed) {
    return switch (result) {
      case INCONSISTENT -> INCONSISTENT;
      case UNKNOWN -> thresholdMissed ? THRESHOLD_MISSED : UNKNOWN;
      case CONSISTENT -> thresholdMissed ? THRESHOLD_MISSED : CONSISTENT;
    };
  }
}
