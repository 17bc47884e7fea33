package io.github.boxoffice.simulator.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was asked: the {@code f} of an event. */
public enum Verb {
  /** Claim seats for a while. */
  HOLD,
  /** Charge for a hold. */
  PAY,
  /** Make a hold a booking. */
  CONFIRM,
  /** Give a hold back. */
  RELEASE,
  /** Give a booking back. */
  CANCEL,
  /** Give money back. */
  REFUND,
  /** Queue for seats. */
  WAIT,
  /** A hold made for somebody who waited. */
  OFFER,
  /** Something was broken on purpose, or healed. */
  FAULT,
  /** Read every seat of a show. */
  SEAT;

  private static final Map<String, Verb> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(Verb::text, Function.identity()));

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As the history spells it. */
  public String text() {
    return text;
  }

  static Optional<Verb> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }
}
