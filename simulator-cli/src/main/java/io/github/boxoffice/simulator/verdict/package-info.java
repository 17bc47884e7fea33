/**
 * The judge. It reads a history, and nothing else: not the store, not the counters of the code that
 * it judges. {@link io.github.boxoffice.simulator.verdict.Judge} is its front door; what each
 * {@link io.github.boxoffice.simulator.verdict.Invariant} means and how it is judged is written in
 * {@code docs/verdict.md}.
 *
 * <p>The rule above all others: no correct run is ever called inconsistent. What is not certain
 * from the history counts for the accused, and where it could hide something, the verdict is
 * unknown.
 */
@NullMarked
package io.github.boxoffice.simulator.verdict;

import org.jspecify.annotations.NullMarked;
