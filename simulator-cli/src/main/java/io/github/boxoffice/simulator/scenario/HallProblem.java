package io.github.boxoffice.simulator.scenario;

/** A hall file cannot be understood: the message says where and why. */
public final class HallProblem extends IllegalArgumentException {
  HallProblem(String message) {
    super(message);
  }
}
