package io.github.boxoffice.simulator.verdict;

import io.github.boxoffice.simulator.history.Event;
import io.github.boxoffice.simulator.history.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation from its invocation to its completion.
 *
 * @param invoke how it began
 * @param end how it ended; null if nobody heard of it again
 */
record Op(Event invoke, @Nullable Event end) {
  /** Who belongs to the closing and not to the run. */
  static boolean isFresh(String p) {
    return p.startsWith("fresh");
  }

  boolean isFresh() {
    return isFresh(invoke.p());
  }

  boolean isRecovery() {
    return invoke.p().startsWith("recovery");
  }

  /** What was told, if it is known to have happened. */
  @Nullable Value told() {
    return end != null && end.type() == Event.Type.OK ? end.value() : null;
  }

  /** Whether it certainly did not happen. */
  boolean failed() {
    return end != null && end.type() == Event.Type.FAIL;
  }

  /** Whether it may have happened and nobody knows. */
  boolean isOpen() {
    return end == null || end.type() == Event.Type.INFO;
  }

  /** Whether it failed because a payment was declined, which settles that payment. */
  boolean declined() {
    return failed() && refusal().reason().endsWith("DECLINED");
  }

  /** Why it failed or is unknown. */
  Value.Refused refusal() {
    return end != null && end.value() instanceof Value.Refused refused
        ? refused
        : new Value.Refused("", List.of());
  }

  /** Its number, by which people find it. */
  long number() {
    return end == null ? invoke.i() : end.i();
  }

  Span span() {
    return new Span(invoke.i(), invoke.t(), end == null || isOpen() ? Span.NEVER : end.t());
  }
}
