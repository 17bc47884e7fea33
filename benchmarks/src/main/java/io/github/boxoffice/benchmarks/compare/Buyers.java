package io.github.boxoffice.benchmarks.compare;

/** Those who buy from one contender, turn after turn. */
interface Buyers {
  /** All buy for some seconds. */
  Result sell(int seconds);
}
