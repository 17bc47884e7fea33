package io.github.boxoffice.model;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * The answer to a verb: done, refused for an ordinary reason, or unknown. Broken storage is none of
 * these; it is an exception.
 *
 * @param <T> what there is when it was done
 */
public sealed interface Outcome<T> {
  /** It happened. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * It certainly did not happen.
   *
   * @param reason the first that applies, in the order of {@link Refusal}
   * @param seats the labels of the seats concerned, in seat order; empty where none is
   */
  record Refused<T>(Refusal reason, List<String> seats) implements Outcome<T> {
    /** Keeps its own copy of the seats. */
    public Refused {
      seats = List.copyOf(seats);
    }
  }

  /**
   * It may have happened: the connection was lost while the answer was on its way. Repeating the
   * call with the same id finds the truth, and has no second effect.
   *
   * @param id the id to ask again with
   */
  record Unknown<T>(String id) implements Outcome<T> {}

  /** Whether it happened. */
  default boolean isDone() {
    return this instanceof Done;
  }

  /** A refusal that concerns no seat in particular. */
  static <T> Outcome<T> refused(Refusal reason) {
    return new Refused<>(reason, List.of());
  }

  /**
   * What there is when it was done.
   *
   * @throws NoSuchElementException if it was refused or is unknown; the message says which, and why
   */
  default T orElseThrow() {
    if (this instanceof Done<T> done) {
      return done.value();
    }
    throw new NoSuchElementException("not done: " + this);
  }
}
