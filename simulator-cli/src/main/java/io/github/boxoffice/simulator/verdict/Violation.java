package io.github.boxoffice.simulator.verdict;

/**
 * An invariant that was broken.
 *
 * @param invariant which
 * @param count how often
 * @param example one of the times, in a sentence with the numbers of the events
 */
public record Violation(Invariant invariant, long count, String example) {
  @Override
  public String toString() {
    return invariant.text() + ", " + count + (count == 1 ? " time: " : " times: ") + example;
  }
}
