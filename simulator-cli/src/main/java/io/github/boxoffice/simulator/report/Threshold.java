package io.github.boxoffice.simulator.report;

/**
 * What every run must reach: {@code metric op number[unit]}, such as {@code p99<50ms}.
 *
 * @param text as it was given
 * @param metric what is looked at
 * @param operator how it is compared
 * @param limit with what, in the metric's unit
 */
public record Threshold(String text, Metric metric, Operator operator, double limit) {
  /** How a value is compared with a limit. */
  public enum Operator {
    /** At most. */
    LESS_OR_EQUAL("<="),
    /** At least. */
    MORE_OR_EQUAL(">="),
    /** Exactly. */
    EQUAL("=="),
    /** Anything but. */
    NOT_EQUAL("!="),
    /** Less than. */
    LESS("<"),
    /** More than. */
    MORE(">");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    boolean holds(double value, double limit) {
      int order = Double.compare(value, limit);
      return switch (this) {
        case LESS_OR_EQUAL -> order <= 0;
        case MORE_OR_EQUAL -> order >= 0;
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case MORE -> order > 0;
      };
    }
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none; the message says where and why
   */
  public static Threshold parse(String text) {
    return new ThresholdParser(text).parse();
  }

  /** The value that is compared. */
  public double value(RunResult run) {
    return metric.of().applyAsDouble(run);
  }

  /** Whether this run reaches it. */
  public boolean isMetBy(RunResult run) {
    return operator.holds(value(run), limit);
  }
}
