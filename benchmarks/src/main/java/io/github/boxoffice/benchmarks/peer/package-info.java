/**
 * What people write by hand instead of using a library, and write well: short, indexed, no more
 * than a sale needs. They have no repeatable calls, no payments, no history; that is the point.
 */
@NullMarked
package io.github.boxoffice.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
