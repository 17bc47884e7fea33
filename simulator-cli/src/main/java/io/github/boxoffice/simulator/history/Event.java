package io.github.boxoffice.simulator.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of a history.
 *
 * @param i its number, from 0, in the order that the recorder saw the events
 * @param t nanoseconds on the recorder's monotonic clock
 * @param p who
 * @param type what kind of event
 * @param f what was asked
 * @param op ties a completion to its invocation
 * @param value what was asked for, or what was told
 */
public record Event(long i, long t, String p, Type type, Verb f, String op, Value value) {
  /** An operation is invoked and, if its client lives, completed once. */
  public enum Type {
    /** It begins. */
    INVOKE,
    /** It happened. */
    OK,
    /** It certainly did not happen. */
    FAIL,
    /** It may have happened, or may still happen. */
    INFO;

    private static final Map<String, Type> BY_TEXT =
        Arrays.stream(values()).collect(Collectors.toMap(Type::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As the history spells it. */
    public String text() {
      return text;
    }

    static Optional<Type> of(String text) {
      return Optional.ofNullable(BY_TEXT.get(text));
    }
  }
}
