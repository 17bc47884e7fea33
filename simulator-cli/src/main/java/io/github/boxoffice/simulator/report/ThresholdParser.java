package io.github.boxoffice.simulator.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;

/** Reads {@code metric op number[unit]} from left to right. */
final class ThresholdParser {
  private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0);

  private final String text;
  private int at;

  ThresholdParser(String text) {
    this.text = text;
  }

  Threshold parse() {
    Metric metric = metric();
    Threshold.Operator operator = operator();
    double number = number();
    double limit = number * factor(metric);
    if (at < text.length()) {
      throw wrong(at, "expected nothing more");
    }
    return new Threshold(text, metric, operator, limit);
  }

  private Metric metric() {
    int start = skipSpace();
    String name = word(c -> Character.isLetterOrDigit(c) || c == '.' || c == '/');
    if (name.isEmpty()) {
      throw wrong(start, "expected a metric, such as p99");
    }
    return Metric.named(name).orElseThrow(() -> wrong(start, "there is no metric '" + name + "'"));
  }

  private Threshold.Operator operator() {
    int start = skipSpace();
    Threshold.Operator found =
        Arrays.stream(Threshold.Operator.values())
            .filter(operator -> text.startsWith(operator.sign(), start))
            .findFirst()
            .orElseThrow(() -> wrong(start, "expected one of < <= > >= == !="));
    at += found.sign().length();
    return found;
  }

  private double number() {
    int start = skipSpace();
    String number = word(c -> Character.isDigit(c) || c == '.');
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw wrong(start, "expected a number");
    }
  }

  private double factor(Metric metric) {
    int start = skipSpace();
    String unit = word(c -> Character.isLetter(c) || c == '%');
    skipSpace();
    if (unit.isEmpty()) {
      return 1;
    }
    Double millis = MILLIS.get(unit);
    if (metric.unit().isEmpty()) {
      throw wrong(start, metric.name() + " is a plain number, without a unit");
    } else if (millis == null) {
      throw wrong(start, "expected us, ms or s");
    }
    return metric.unit().equals("s") ? millis / 1000 : millis;
  }

  private int skipSpace() {
    word(Character::isWhitespace);
    return at;
  }

  private String word(IntPredicate belongs) {
    int start = at;
    while (at < text.length() && belongs.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private IllegalArgumentException wrong(int place, String why) {
    return new IllegalArgumentException("'" + text + "', column " + (place + 1) + ": " + why);
  }
}
